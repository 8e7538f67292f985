import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#contract';
import { PROBLEMS } from '../../apps/api/src/http/problems.js';
import { startService, type TestService } from '../harness/service.js';
import { Client } from './support/client.js';

interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  example?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  additionalProperties?: Schema | boolean;
}
interface Content {
  content?: Record<string, { schema?: Schema }>;
}
interface Operation {
  summary?: string;
  operationId?: string;
  tags?: string[];
  security?: object[];
  parameters?: { name: string; in: string; description?: string; schema?: Schema }[];
  requestBody?: Content;
  responses: Record<string, Content & { description: string }>;
}
interface Document {
  openapi: string;
  info: { title: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, object> };
}

let service: TestService;
let client: Client;
let document: Document;
let operations: [name: string, operation: Operation][];
beforeAll(async () => {
  service = await startService({ worker: false });
  client = new Client(service);
  document = (await client.get('/docs/openapi.json', {})).json<Document>();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => {
      return [`${method.toUpperCase()} ${path}`, operation];
    }),
  );
});
afterAll(() => service.stop());

/** Whoever signs in or accepts an invitation has no key and no session yet. */
const OPEN = [
  'GET /v1/sign-in',
  'POST /v1/session',
  'GET /v1/session/openid',
  'GET /v1/session/openid/callback',
  'POST /v1/invitations/look',
  'POST /v1/invitations/accept',
];
const OPERATIONS = [
  ...OPEN,
  'GET /v1/session',
  'PATCH /v1/session',
  'DELETE /v1/session',
  'DELETE /v1/sessions',
  'POST /v1/session/password',
  'GET /v1/moderators',
  'PATCH /v1/moderators/{id}',
  'DELETE /v1/moderators/{id}',
  'DELETE /v1/moderators/{id}/sessions',
  'GET /v1/moderators/invitations',
  'POST /v1/moderators/invitations',
  'DELETE /v1/moderators/invitations/{id}',
  'POST /v1/comments',
  'GET /v1/comments/{id}',
  'PATCH /v1/comments/{id}',
  'DELETE /v1/comments/{id}',
  'GET /v1/counts',
  'GET /v1/policy',
  'PUT /v1/policy',
  'DELETE /v1/policy',
  'POST /v1/policy/try',
  'POST /v1/policy/try/latest',
  'GET /v1/policy/versions',
  'GET /v1/policy/versions/{version}',
  'GET /v1/articles/{id}',
  'PUT /v1/articles/{id}',
  'GET /v1/site',
  'PATCH /v1/site',
  'GET /v1/site/keys',
  'POST /v1/site/keys',
  'DELETE /v1/site/keys/{id}',
  'GET /v1/site/identity',
  'PUT /v1/site/identity',
  'POST /v1/comments/preview',
  'GET /health/live',
  'GET /health/ready',
  'GET /v1/audit',
  'GET /v1/audit/export',
  'GET /v1/reviews',
  'GET /v1/reviews/authors/{id}',
  'GET /v1/reviews/authors/{id}/comments',
  'PUT /v1/reviews/authors/{id}/standing',
  'GET /v1/reviews/campaigns',
  'GET /v1/reviews/comments/{id}',
  'POST /v1/reviews/comments/{id}/decisions',
  'POST /v1/reviews/comments/{id}/notes',
  'PUT /v1/reviews/comments/{id}/placement',
  'GET /v1/reviews/items/{id}',
  'GET /v1/reviews/queues',
  'GET /v1/reviews/reasons',
  'PUT /v1/reviews/reasons',
  'GET /v1/reviews/search',
  'GET /v1/reviews/stream',
  'POST /v1/reviews/claims',
  'POST /v1/reviews/claims/heartbeat',
  'POST /v1/reviews/claims/release',
  'POST /v1/reviews/decisions',
  'POST /v1/reviews/decisions/{id}/undo',
  'POST /v1/comments/{id}/appeals',
  'POST /v1/comments/{id}/reports',
  'GET /v1/articles/{id}/comments',
  'GET /v1/articles/{id}/stream',
  'GET /v1/counts/stream',
  'PUT /v1/comments/{id}/reactions/{kind}',
  'DELETE /v1/comments/{id}/reactions/{kind}',
  'PUT /v1/comments/{id}/placement',
  'GET /v1/integrations',
  'GET /v1/integrations/coral-secrets',
  'POST /v1/integrations/coral-secrets',
  'DELETE /v1/integrations/coral-secrets/{id}',
  'GET /v1/integration-keys',
  'POST /v1/integration-keys',
  'DELETE /v1/integration-keys/{id}',
];

/** The names of schemas that a schema is made of, and itself. */
function reachable(schema: Schema, seen = new Set<string>()): Set<string> {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined && !seen.has(name)) {
    seen.add(name);
    reachable(document.components.schemas[name] ?? {}, seen);
  }
  const { properties = {}, items, allOf = [], anyOf = [], oneOf = [] } = schema;
  for (const part of [...Object.values(properties), ...allOf, ...anyOf, ...oneOf])
    reachable(part, seen);
  if (items !== undefined) reachable(items, seen);
  return seen;
}

const requestSchemas = (): Set<string> =>
  operations.reduce((seen, [, { requestBody }]) => {
    return reachable(requestBody?.content?.['application/json']?.schema ?? {}, seen);
  }, new Set<string>());

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info.title).toBe('Moderato');
  });

  it('has every operation of the router, and no other', () => {
    expect(operations.map(([name]) => name).sort()).toEqual([...OPERATIONS].sort());
    const routes = service.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    for (const path of Object.keys(document.paths)) {
      expect(routes).toContain(
        path
          .split('/')
          .at(-1)
          ?.replace(/\{(\w+)\}/, ':$1'),
      );
    }
  });

  it('explains every error code with its status', () => {
    for (const code of ERROR_CODES) {
      expect(document.info.description).toContain(`\`${code}\` | ${PROBLEMS[code][0]} |`);
    }
  });

  it('names every operation, once', () => {
    for (const [name, { summary, tags }] of operations) {
      expect(summary, name).toMatch(/^[A-Z].{10,}[^.]$/);
      expect(tags, name).toHaveLength(1);
    }
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a schema for every answer with a body, and a description for every answer', () => {
    for (const [name, { responses }] of operations) {
      for (const [status, { content, description }] of Object.entries(responses)) {
        expect(description, `${name} ${status}`).not.toBe('');
        if (['204', '302', '304'].includes(status)) continue;
        const [media] = Object.values(content ?? {});
        expect(media?.schema, `${name} ${status}`).toBeTruthy();
      }
    }
  });

  it('says that problems are problem details', () => {
    for (const [name, { responses }] of operations) {
      if (!name.includes('/v1/')) continue;
      for (const status of OPEN.includes(name) ? ['503'] : ['401', '403', '503'])
        expect(Object.keys(responses), name).toContain(status);
      for (const [status, { content }] of Object.entries(responses)) {
        if (Number(status) < 400) continue;
        const schema = { $ref: '#/components/schemas/ProblemResponse' };
        expect(content, `${name} ${status}`).toEqual({ 'application/problem+json': { schema } });
      }
    }
  });

  it('says which keys every operation takes', () => {
    for (const [name, { security = [] }] of operations) {
      const schemes = security.flatMap((choice) => Object.keys(choice));
      expect(schemes.length > 0, name).toBe(name.includes('/v1/') && !OPEN.includes(name));
      for (const scheme of schemes)
        expect(document.components.securitySchemes).toHaveProperty(scheme);
      const inAddress = schemes.includes('siteKeyInAddress');
      if (inAddress) expect(name).toMatch(/^GET/);
      if (
        /policy|^PUT(?!.*reactions)/.test(name) &&
        name.includes('/v1/') &&
        !schemes.includes('session')
      )
        expect(schemes, name).toEqual(['secretKey']);
    }
  });

  it('describes every parameter and every field of a request', () => {
    for (const [name, { parameters = [] }] of operations) {
      for (const parameter of parameters)
        expect(parameter.description, `${name} ${parameter.name}`).toBeTruthy();
    }
    for (const schema of requestSchemas()) {
      const { properties = {} } = document.components.schemas[schema] ?? {};
      expect(Object.keys(properties), schema).not.toEqual([]);
      for (const [field, property] of Object.entries(properties)) {
        const { description, $ref, allOf, anyOf } = property;
        expect(Boolean(description ?? $ref ?? allOf ?? anyOf), `${schema}.${field}`).toBe(true);
      }
    }
  });

  it('gives every field a type', () => {
    for (const [name, { properties = {} }] of Object.entries(document.components.schemas)) {
      for (const [field, { type, $ref, allOf, anyOf, oneOf, enum: values }] of Object.entries(
        properties,
      )) {
        expect(Boolean(type ?? $ref ?? allOf ?? anyOf ?? oneOf ?? values), `${name}.${field}`).toBe(
          true,
        );
        // What Swagger makes of a union with null unless it is told better.
        if (type === 'object')
          expect(properties[field], `${name}.${field}`).toHaveProperty('additionalProperties');
      }
    }
  });

  it('refers to nothing that is not there', () => {
    const refs = JSON.stringify(document).match(/"#\/components\/schemas\/[^"]*"/g) ?? [];
    for (const ref of refs)
      expect(document.components.schemas).toHaveProperty(
        String(ref.slice(1, -1).split('/').at(-1)),
      );
  });
});

/** What a reader of the documentation would send: every field as its example, or its parts' examples. */
function exampleOf(schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  const choices = [schema, ...(schema.allOf ?? []), ...(schema.anyOf ?? [])];
  const ref = choices.find(({ $ref }) => $ref !== undefined)?.$ref;
  const { properties } = document.components.schemas[String(ref?.split('/').at(-1))] ?? schema;
  if (properties === undefined) return undefined;
  const parts = Object.entries(properties).map(([field, property]) => [field, exampleOf(property)]);
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}

describe('the examples of the documentation', () => {
  it('are a comment that is taken', async () => {
    const example = exampleOf({ $ref: '#/components/schemas/SubmitCommentDto' });
    expect(example).toMatchObject({
      article: { id: expect.any(String) },
      author: { name: expect.any(String) },
    });
    const response = await client.post(example as object);
    expect(response.statusCode, response.body).toBe(202);
  });

  it('are a policy that is written', async () => {
    const example = exampleOf({ $ref: '#/components/schemas/PolicyDto' });
    const response = await client.put('/v1/policy', example as object);
    expect(response.statusCode, response.body).toBe(200);
  });
});

describe('the documentation’s page', () => {
  it.each(['/docs', '/docs/openapi.yaml'])('is served at %s without a key', async (url) => {
    expect((await client.get(url, {})).statusCode).toBe(200);
  });
});
