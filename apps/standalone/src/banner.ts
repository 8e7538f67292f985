/** How to get at the service. */
export interface Access {
  /** Where the API listens. */
  address: string;
  /** Where moderators reach it. */
  publicUrl: string;
  publicKey: string;
  /** `null` where it was revoked: nobody can tell those that were made since. */
  secretKey: string | null;
  /** `null` once there is an admin. */
  firstAdminLink: string | null;
}

/** What the banner tells. */
export interface Started extends Access {
  dataFolder: string;
  seconds: number;
  /** Whether the demonstration is served. */
  demo: boolean;
}

/** What a newcomer needs to know, as it is printed once the service is ready. */
export function banner(started: Started): string {
  const { address, demo, publicUrl, publicKey, firstAdminLink, dataFolder, seconds } = started;
  const secretKey = started.secretKey ?? 'revoked; the console’s page Site makes another';
  return `
  Moderato is ready after ${seconds.toFixed(1)} s

${demo ? `  Demo        ${address}/demo   a newspaper to comment on\n` : ''}  API         ${address}
  Console     ${publicUrl}/console
  Docs        ${address}/docs
  Data        ${dataFolder}
  Public key  ${publicKey}
  Secret key  ${secretKey}
${welcome(firstAdminLink)}
  Post a comment and wait for its verdict:

    curl ${address}/v1/comments \\
      -H 'X-Site-Key: ${publicKey}' \\
      -H 'Content-Type: application/json' -H 'Prefer: wait=5' \\
      -d '{"article": {"id": "hello"}, "author": {"name": "Reader"}, "body": "What a fine article."}'

  More than sixty comments, each with its verdict: npm run demo
  Stop: Ctrl-C
`;
}

function welcome(link: string | null): string {
  if (link === null) return '';
  return `
  The console has no admin yet. Whoever opens this link first becomes it:

    ${link}
`;
}
