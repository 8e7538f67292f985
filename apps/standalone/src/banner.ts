import type { SiteKeys } from '#sites';

/** What a newcomer needs to know, as it is printed once the service is ready. */
export function banner(
  address: string,
  keys: SiteKeys,
  dataFolder: string,
  seconds: number,
  demo: boolean,
): string {
  return `
  Moderato is ready after ${seconds.toFixed(1)} s

${demo ? `  Demo        ${address}/demo   a newspaper to comment on\n` : ''}  API         ${address}
  Docs        ${address}/docs
  Data        ${dataFolder}
  Public key  ${keys.publicKey}
  Secret key  ${keys.secretKey}

  Post a comment and wait for its verdict:

    curl ${address}/v1/comments \\
      -H 'X-Site-Key: ${keys.publicKey}' \\
      -H 'Content-Type: application/json' -H 'Prefer: wait=5' \\
      -d '{"article": {"id": "hello"}, "author": {"name": "Reader"}, "body": "What a fine article."}'

  More than sixty comments, each with its verdict: npm run demo
  Stop: Ctrl-C
`;
}
