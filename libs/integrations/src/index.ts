export {
  CoralSecrets,
  type GoodCoralSecrets,
  type NewCoralSecret,
} from './coral-secrets.service.js';
export { isIntegrationKey } from './integration-key.js';
export { IntegrationKeys, type KeyHolder } from './integration-keys.service.js';
export { IntegrationUsage } from './integration-usage.service.js';
export { IntegrationsModule } from './integrations.module.js';
