import { FirstAdmin } from '#accounts';
import type { IssuedInvitation, SessionView } from '#contract';
import { buildOnce } from '../../harness/processes.js';
import { type ServiceOptions, startService, type TestService } from '../../harness/service.js';
import { ConsoleApi } from './console-api.js';
import { post, type Posted, reviewFirst } from './held-comments.js';

/** A running service that holds every comment, with an admin. */
export interface ConsoleStage {
  address: string;
  service: TestService;
  admin: ConsoleApi;
  /** The admin's. */
  session: SessionView;
  /** Posts comments of known authors one after the other, and waits for their verdicts; gives their ids. */
  post(comments: readonly Posted[]): Promise<string[]>;
  /** A new moderator who is signed in. */
  moderator(name: string, role?: 'moderator' | 'lead'): Promise<ConsoleApi>;
  stop(): Promise<void>;
}

/** How the service is set up. */
export interface StageOptions extends Pick<ServiceOptions, 'settings'> {
  port?: number;
}

export const PASSWORD = 'correct horse battery staple';

/** The service with its console, before anybody has come; on any free port unless told otherwise. */
export async function startBareStage({ port = 0, ...options }: StageOptions = {}) {
  await buildOnce();
  const service = await startService(options);
  await service.app.listen(port, '127.0.0.1');
  const address = await service.app.getUrl();
  return { service, address, firstLink: () => firstLink(service, address) };
}

async function firstLink(service: TestService, address: string): Promise<string> {
  const firstAdmin = service.app.get(FirstAdmin, { strict: false });
  const [site] = await firstAdmin.sitesWithoutAdmin();
  return (await firstAdmin.firstAdminLink(site!.id, address))!;
}

/** The first admin of a service, signed in. */
export async function enterAdmin(
  service: TestService,
  address: string,
): Promise<{ admin: ConsoleApi; session: SessionView }> {
  const admin = new ConsoleApi(address);
  const token = new URL(await firstLink(service, address)).hash.slice(1);
  const person = { name: 'Admin', email: 'admin@courier.example', password: PASSWORD };
  return { admin, session: await admin.enter({ token, ...person }) };
}

/** A service that holds every comment, with an admin. */
export async function startConsoleStage(options?: StageOptions): Promise<ConsoleStage> {
  const { service, address } = await startBareStage(options);
  const site = { address, asSite: service.asSite };
  await reviewFirst(site);
  const { admin, session } = await enterAdmin(service, address);
  return {
    ...{ address, service, admin, session },
    post: (comments) => post(site, comments),
    moderator: (name, role = 'moderator') => join(admin, session, name, role),
    stop: () => service.stop(),
  };
}

async function join(
  admin: ConsoleApi,
  { sites: [site] }: SessionView,
  name: string,
  role: 'moderator' | 'lead',
): Promise<ConsoleApi> {
  const email = `${name.toLowerCase().replaceAll(' ', '-')}@courier.example`;
  const { link } = await admin.send<IssuedInvitation>('POST', '/moderators/invitations', {
    ...{ email, role, site: site!.id },
  });
  const api = new ConsoleApi(admin.address);
  await api.enter({ token: new URL(link).hash.slice(1), name, password: PASSWORD });
  return api;
}
