import type {
  CoralSecret,
  IntegrationAddresses,
  IntegrationKey,
  IssuedIntegrationKey,
} from '#contract';
import { request } from './request.js';

export const fetchIntegrationAddresses = (site: string): Promise<IntegrationAddresses> =>
  request('GET', '/integrations', { query: { site } });

export const fetchIntegrationKeys = (site: string): Promise<IntegrationKey[]> =>
  request('GET', '/integration-keys', { query: { site } });
export const issueIntegrationKey = (body: {
  name: string;
  site: string;
}): Promise<IssuedIntegrationKey> => request('POST', '/integration-keys', { body });
export const revokeIntegrationKey = (id: string): Promise<void> =>
  request('DELETE', `/integration-keys/${id}`);

export const fetchCoralSecrets = (site: string): Promise<CoralSecret[]> =>
  request('GET', '/integrations/coral-secrets', { query: { site } });
export const addCoralSecret = (body: { secret: string; site: string }): Promise<CoralSecret> =>
  request('POST', '/integrations/coral-secrets', { body });
export const removeCoralSecret = (id: string): Promise<void> =>
  request('DELETE', `/integrations/coral-secrets/${id}`);
