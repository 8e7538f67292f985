import type { FastifyRequest } from 'fastify';
import { isIntegrationKey } from '#integrations';
import type { ReadKey } from '../../integrations/key-place.js';

/** The first of the values that is there: the field `key` or `api_key`, the same in the query, the subdomain. */
export const akismetKey: ReadKey = (request) => {
  const { key, api_key: apiKey } = fieldsOf(request.body);
  const asked = fieldsOf(request.query);
  // To verify a key that is empty is to verify none.
  return [key, apiKey, asked['api_key'], asked['key']].find(isFilled) ?? subdomainOf(request);
};

function fieldsOf(values: unknown): Record<string, unknown> {
  return typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {};
}

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Only what looks like a key: the service may itself have a name with dots. */
function subdomainOf({ hostname }: FastifyRequest): string | undefined {
  const [first] = hostname.toLowerCase().split('.');
  return isIntegrationKey(first) ? first : undefined;
}
