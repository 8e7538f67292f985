import { chromium, type Browser } from 'playwright-core';
import { FirstAdmin } from '#accounts';
import type { IssuedInvitation, SessionView } from '#contract';
import { buildOnce } from '../../harness/processes.js';
import { needs } from '../../harness/requirements.js';
import { startService, type TestService } from '../../harness/service.js';
import { ConsoleApi } from './console-api.js';

/** What keeps Chromium from calling home, and lets it run as root. */
const ARGUMENTS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The browser for the pages of a test file. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: needs.chromium.path!, args: ARGUMENTS });

/** A comment to be held. */
export interface Posted {
  body: string;
  author?: string;
  article?: string;
  title?: string;
  section?: string;
}

/** A running service that holds every comment, with an admin. */
export interface ConsoleStage {
  address: string;
  service: TestService;
  admin: ConsoleApi;
  /** Posts comments of known authors one after the other, and waits for their verdicts; gives their ids. */
  post(comments: readonly Posted[]): Promise<string[]>;
  /** A new moderator who is signed in. */
  moderator(name: string, role?: 'moderator' | 'lead'): Promise<ConsoleApi>;
  stop(): Promise<void>;
}

export const PASSWORD = 'correct horse battery staple';

/** The service with its console, before anybody has come. */
export async function startBareStage() {
  await buildOnce();
  const service = await startService();
  await service.app.listen(0, '127.0.0.1');
  const address = await service.app.getUrl();
  return { service, address, firstLink: () => firstLink(service, address) };
}

async function firstLink(service: TestService, address: string): Promise<string> {
  const firstAdmin = service.app.get(FirstAdmin, { strict: false });
  const [site] = await firstAdmin.sitesWithoutAdmin();
  return (await firstAdmin.firstAdminLink(site!.id, address))!;
}

/** The first admin of a service, called Ada, signed in. */
export async function enterAdmin(
  service: TestService,
  address: string,
): Promise<{ admin: ConsoleApi; session: SessionView }> {
  const admin = new ConsoleApi(address);
  const token = new URL(await firstLink(service, address)).hash.slice(1);
  const person = { name: 'Ada', email: 'ada@courier.example', password: PASSWORD };
  return { admin, session: await admin.enter({ token, ...person }) };
}

/** A service that holds every comment, with an admin called Ada. */
export async function startConsoleStage(): Promise<ConsoleStage> {
  const { service, address } = await startBareStage();
  await reviewFirst(address, service.asSite);
  const { admin, session } = await enterAdmin(service, address);
  return {
    ...{ address, service, admin },
    post: (comments) => post(address, service.asSite, comments),
    moderator: (name, role = 'moderator') => join(admin, session, name, role),
    stop: () => service.stop(),
  };
}

async function reviewFirst(address: string, asSite: Record<string, string>): Promise<void> {
  const read = await fetch(`${address}/v1/policy`, { headers: asSite });
  const { policy } = (await read.json()) as { policy: object };
  const written = await fetch(`${address}/v1/policy`, {
    method: 'PUT',
    headers: {
      ...asSite,
      'content-type': 'application/json',
      'if-match': read.headers.get('etag')!,
    },
    body: JSON.stringify({ ...policy, mode: 'review-first' }),
  });
  if (!written.ok) throw new Error(await written.text());
}

async function post(
  address: string,
  asSite: Record<string, string>,
  comments: readonly Posted[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const {
    body,
    author = 'reader-01',
    article = 'harbor-bridge',
    title,
    section,
  } of comments) {
    const response = await fetch(`${address}/v1/comments`, {
      method: 'POST',
      headers: { ...asSite, 'content-type': 'application/json', prefer: 'wait=20' },
      body: JSON.stringify({
        article: {
          id: article,
          title: title ?? 'The old harbor bridge',
          section: section ?? 'City',
        },
        author: { name: author },
        body,
      }),
    });
    const { id, status } = (await response.json()) as { id: string; status: string };
    if (status !== 'held') throw new Error(`${status} and not held: ${body}`);
    ids.push(id);
  }
  return ids;
}

async function join(
  admin: ConsoleApi,
  { sites: [site] }: SessionView,
  name: string,
  role: 'moderator' | 'lead',
): Promise<ConsoleApi> {
  const email = `${name.toLowerCase()}@courier.example`;
  const { link } = await admin.send<IssuedInvitation>('POST', '/moderators/invitations', {
    ...{ email, role, site: site!.id },
  });
  const api = new ConsoleApi(admin.address);
  await api.enter({ token: new URL(link).hash.slice(1), name, password: PASSWORD });
  return api;
}
