export { ChecksModule, ChecksOnDemand, type LoadChecks } from './checks-on-demand.js';
export { configuredChecks } from './configured-checks.js';
export { runTimed } from './run-timed.js';
