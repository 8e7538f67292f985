import pg from 'pg';
import { Invitations } from '#accounts';
import type { Role } from '#contract';
import { ensureSite, newSiteKeys } from '#sites';
import { firstSiteId } from '../../harness/moderators.js';
import type { ConsoleApi } from './console-api.js';
import type { ConsoleStage } from './console-stage.js';
import { post, type Posted, reviewFirst } from './held-comments.js';

/** Another site of the same service, which holds every comment too. */
export interface SecondSite {
  id: string;
  post(comments: readonly Posted[]): Promise<string[]>;
  /** The token of an invitation to work for it. */
  invite(email: string, role?: Role): Promise<string>;
  /** Lets somebody who is signed in work for it as well. */
  admit(who: ConsoleApi, role?: Role): Promise<void>;
}

/** Gives the service a second site. */
export async function addSite(
  { service, address }: ConsoleStage,
  name: string,
): Promise<SecondSite> {
  const keys = newSiteKeys();
  await ensureSite(service.database.url, keys, ['*']);
  const id = await firstSiteId({ app: service.app, keys });
  await nameSite(service.database.url, id, name);
  const site = { address, asSite: { authorization: `Bearer ${keys.secretKey}` } };
  await reviewFirst(site);
  const invite = async (email: string, role: Role = 'moderator'): Promise<string> => {
    const invitations = service.app.get(Invitations, { strict: false });
    return (await invitations.issue({ siteId: id, role, email, invitedBy: null })).token;
  };
  return {
    id,
    post: (comments) => post(site, comments),
    invite,
    admit: async (who, role) => {
      await who.enter({ token: await invite(who.email, role) });
    },
  };
}

async function nameSite(databaseUrl: string, id: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('UPDATE sites SET name = $2 WHERE id = $1', [id, name]);
  await client.end();
}
