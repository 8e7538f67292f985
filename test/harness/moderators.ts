import { csrfToken, Invitations, Sessions, Welcome } from '#accounts';
import type { Role } from '#contract';
import { SitesService } from '#sites';
import type { TestService } from './service.js';

export interface ModeratorOptions {
  /** `moderator` unless told otherwise. */
  role?: Role;
  name?: string;
  email?: string;
  /** Another site than the service's first one. */
  siteId?: string;
}

/** A moderator who is signed in. */
export interface TestModerator {
  /** What the console sends with every request. */
  headers: { cookie: string; 'x-csrf-token': string };
  id: string;
  name: string;
  email: string;
  password: string;
}

type Service = Pick<TestService, 'app' | 'keys'>;

let made = 0;

/** The id of the service's first site. */
export async function firstSiteId({ app, keys }: Service): Promise<string> {
  const site = await app.get(SitesService, { strict: false }).findByPublicKey(keys.publicKey);
  if (site === null) throw new Error('The service has no site.');
  return site.id;
}

/** A new moderator of the service, signed in; one hash of a password, about 30 ms. */
export async function signIn(
  service: Service,
  options: ModeratorOptions = {},
): Promise<TestModerator> {
  made += 1;
  const { role = 'moderator', name = `Moderator ${made}` } = options;
  const email = options.email ?? `moderator-${made}@news.example`;
  const password = `the password of number ${made}`;
  const siteId = options.siteId ?? (await firstSiteId(service));
  const { app } = service;
  const invitation = { siteId, role, email, invitedBy: null };
  const { token } = await app.get(Invitations, { strict: false }).issue(invitation);
  const from = { network: '127.0.0.1', isPublic: false };
  const welcome = app.get(Welcome, { strict: false });
  const session = await welcome.accept({ token, name, password }, null, from);
  const id = (await app.get(Sessions, { strict: false }).find(session))?.id ?? '';
  return { headers: headersOf(session), id, name, email, password };
}

/** What the console sends for a session. */
export function headersOf(sessionToken: string): TestModerator['headers'] {
  return { cookie: `moderato_session=${sessionToken}`, 'x-csrf-token': csrfToken(sessionToken) };
}
