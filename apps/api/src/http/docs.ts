import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ERROR_CODES } from '#contract';
import { SESSION_COOKIE } from '../accounts/session-cookie.js';
import { ProblemResponse } from './api-docs.js';
import { PROBLEMS } from './problems.js';

const DESCRIPTION = `Comment moderation that a newsroom runs itself.

Requests of a site carry its public key as \`X-Site-Key\` (reads may carry it as \`siteKey\` in the
address), or its secret key as \`Authorization: Bearer\`. Requests of a moderator carry the cookie of a
session and, where they change something, its \`csrfToken\` as \`X-CSRF-Token\`. Errors are problem details (RFC 9457) with a
stable \`code\`:

| code | status | |
| --- | --- | --- |
${ERROR_CODES.map((code) => `| \`${code}\` | ${PROBLEMS[code][0]} | ${PROBLEMS[code][1]} |`).join('\n')}`;

/** On a telephone the long codes of errors break, and not the page. */
const STYLE = `
  .swagger-ui .info table { overflow-wrap: anywhere; }
  .swagger-ui .info table :is(th, td):nth-child(2) { overflow-wrap: normal; white-space: nowrap; }
`;

/** The OpenAPI 3.1 description of the API, from its DTOs. */
function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const document = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Moderato')
    .setVersion('1')
    .setDescription(DESCRIPTION)
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Site-Key' }, 'siteKey')
    .addApiKey({ type: 'apiKey', in: 'query', name: 'siteKey' }, 'siteKeyInAddress')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'secretKey')
    .build();
  return SwaggerModule.createDocument(app, document, { extraModels: [ProblemResponse] });
}

/** Serves the description under /docs, as a page and as /docs/openapi.json. */
export function serveDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'docs/openapi.json',
    yamlDocumentUrl: 'docs/openapi.yaml',
    customSiteTitle: 'Moderato API',
    customCss: STYLE,
  });
}
