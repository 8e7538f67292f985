export { configuredChecks } from './configured-checks.js';
