import { Injectable } from '@nestjs/common';
import { type AuditEvent, AuditTrail } from '#audit';
import { DomainError, type ModeratorView, type Role } from '#contract';
import { Database, type Statement } from '#database';
import * as sql from './members.sql.js';
import { Sessions } from './sessions.service.js';

interface Row {
  id: string;
  name: string;
  email: string;
  role: Role;
  last_seen_at: Date | null;
  with_password: boolean;
  with_openid: boolean;
}

interface RoleOn {
  site_id: string;
  role: Role;
}

/** Whom an admin manages, and who the admin is. */
export interface Managed {
  siteId: string;
  moderatorId: string;
  /** The admin's id. */
  by: string;
}

/** Who works for a site, and as what. A site that had an admin always has one. */
@Injectable()
export class Members {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  async list(siteId: string): Promise<ModeratorView[]> {
    return (await this.database.query<Row>(sql.LIST, [siteId])).map(viewOf);
  }

  /**
   * Gives a moderator another role.
   * @throws DomainError MODERATOR_NOT_FOUND, LAST_ADMIN
   */
  async setRole(membership: Managed, role: Role): Promise<ModeratorView> {
    await this.change(membership, sql.SET_ROLE, role);
    const { siteId, moderatorId } = membership;
    const member = (await this.list(siteId)).find(({ id }) => id === moderatorId);
    if (member === undefined) throw notFound();
    return member;
  }

  /**
   * Ends a moderator's work for the site, and all his sessions with it.
   * @throws DomainError MODERATOR_NOT_FOUND, LAST_ADMIN
   */
  async remove(membership: Managed): Promise<void> {
    await this.change(membership, sql.REMOVE, null);
    await this.sessions.endAll(membership.moderatorId);
  }

  /**
   * Ends all sessions of somebody who works for one of these sites.
   * @throws DomainError MODERATOR_NOT_FOUND
   */
  async signOut(siteIds: string[], { moderatorId, by }: Omit<Managed, 'siteId'>): Promise<void> {
    await this.database.transaction(async (session) => {
      const found = await session.query<RoleOn>(sql.ROLES_ON, [siteIds, moderatorId]);
      if (found.length === 0) throw notFound();
      const events = found.map(({ site_id: siteId }) =>
        eventOf({ siteId, moderatorId, by }, 'moderator.signed-out'),
      );
      await AuditTrail.record(session, events);
    });
    await this.sessions.endAll(moderatorId);
  }

  /** @param role the new one; `null`: none any more */
  private change(membership: Managed, statement: Statement, role: Role | null): Promise<void> {
    const { siteId, moderatorId } = membership;
    return this.database.transaction(async (session) => {
      await session.query(sql.LOCK_SITE, [siteId]);
      const [now] = await session.query<RoleOn>(sql.ROLES_ON, [[siteId], moderatorId]);
      if (now === undefined) throw notFound();
      if (now.role === role) return;
      const values = role === null ? [siteId, moderatorId] : [siteId, moderatorId, role];
      if ((await session.execute(statement, values)) === 0) throw lastAdmin();
      if (role !== 'admin') {
        await session.execute(sql.VOID_INVITATIONS_BY, [siteId, moderatorId]);
      }
      const event =
        role === null
          ? eventOf(membership, 'moderator.removed', now.role)
          : eventOf(membership, 'moderator.role-changed', now.role, role);
      await AuditTrail.record(session, [event]);
    });
  }
}

function viewOf(row: Row): ModeratorView {
  const { id, name, email, role, last_seen_at: lastSeenAt } = row;
  const signsInWith: ModeratorView['signsInWith'] = [];
  if (row.with_password) signsInWith.push('password');
  if (row.with_openid) signsInWith.push('openid');
  return { id, name, email, role, signsInWith, lastSeenAt: lastSeenAt?.toISOString() ?? null };
}

function eventOf(
  { siteId, moderatorId, by }: Managed,
  action: string,
  before?: Role,
  after?: Role,
): AuditEvent {
  return {
    siteId,
    actor: 'moderator',
    actorId: by,
    action,
    subject: { type: 'moderator', id: moderatorId },
    before: before === undefined ? null : { role: before },
    after: after === undefined ? null : { role: after },
  };
}

function notFound(): DomainError {
  return new DomainError('MODERATOR_NOT_FOUND', 'Nobody with this id works for the site.');
}

function lastAdmin(): DomainError {
  return new DomainError(
    'LAST_ADMIN',
    'This is the only admin of the site; make somebody else an admin first.',
  );
}
