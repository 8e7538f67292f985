export { IntegrationKeys, type KeyHolder } from './integration-keys.service.js';
export { IntegrationsModule } from './integrations.module.js';
