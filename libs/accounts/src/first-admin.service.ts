import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, publicUrl } from '#config';
import { Database } from '#database';
import { issueIn } from './invitations.service.js';
import * as sql from './invitations.sql.js';

/** The page of the console that takes an invitation. The token is in the fragment, which no server sees and logs. */
export function welcomeLink(address: string, token: string): string {
  return `${address}/console/welcome#${token}`;
}

/** The way in for a site's first admin, whom nobody could invite. */
@Injectable()
export class FirstAdmin {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The sites that still have no admin. */
  sitesWithoutAdmin(): Promise<{ id: string; name: string }[]> {
    return this.database.query(sql.SITES_WITHOUT_ADMIN);
  }

  /**
   * A link that makes whoever opens it first the site's admin; earlier ones are void from now on.
   * @param address where the console is, if the settings do not tell it rightly
   * @returns `null` when the site has an admin already, or is not there.
   */
  firstAdminLink(siteId: string, address = publicUrl(this.config)): Promise<string | null> {
    return this.database.transaction(async (session) => {
      // Locks the site, so that of two links made at once one voids the other.
      if ((await session.query(sql.NEEDS_ADMIN, [siteId])).length === 0) return null;
      const invitation = { siteId, role: 'admin', email: null, invitedBy: null } as const;
      return welcomeLink(address, (await issueIn(session, invitation)).token);
    });
  }
}
