import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { DomainError, type IssuedSiteKey, type SiteKey, type SiteKeyKind } from '#contract';
import { Database, type Session } from '#database';
import { v7 as uuidv7 } from 'uuid';
import { hashSecret, hintOf, newSiteKey, type SiteKeys } from '../site-keys.js';
import * as sql from './issued-keys.sql.js';
import { siteEvent } from './site-events.js';
import { LOCK_SITES } from './site-locks.js';
import { MAXIMUM_KEYS, refused } from './site-rules.js';

/** A key as it is asked for. */
export interface NewSiteKey {
  siteId: string;
  kind: SiteKeyKind;
  /** The moderator's id. */
  by: string;
}

interface Row {
  id: string;
  kind: SiteKeyKind;
  public_key: string | null;
  hint: string | null;
  fingerprint: string | null;
  created_at: Date;
  created_by: string | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
  revoked_by: string | null;
}

type Found = Omit<Row, 'created_by' | 'revoked_by'> & { site_id: string };

/** The keys of sites: making, listing and revoking them. A site always has one of each kind in force. */
@Injectable()
export class IssuedKeys {
  constructor(private readonly database: Database) {}

  /** The keys of a site, those in force first, the latest first. */
  async list(siteId: string): Promise<SiteKey[]> {
    return (await this.database.query<Row>(sql.LIST, [siteId])).map(told);
  }

  /**
   * Makes a key. A secret one is told once and kept nowhere.
   * @throws DomainError VALIDATION_FAILED when there are too many of the kind
   */
  issue({ siteId, kind, by }: NewSiteKey): Promise<IssuedSiteKey> {
    const [id, key] = [uuidv7(), newSiteKey(kind)];
    const stored = kind === 'public' ? [key, null, null] : [null, hashSecret(key), hintOf(key)];
    return this.database.transaction(async (session) => {
      await session.query(LOCK_SITES);
      if ((await count(session, siteId, kind)) >= MAXIMUM_KEYS) throw tooMany(kind);
      const [row] = await session.query<Row>(sql.INSERT, [id, siteId, ...stored, by]);
      if (row === undefined) throw new Error('The key did not come back.');
      const action = 'site-key.issued';
      await AuditTrail.record(session, [siteEvent({ siteId, by, action, id, after: named(row) })]);
      return { ...told(row), key };
    });
  }

  /**
   * Ends a key of one of these sites, within two seconds in every process.
   * @param by the moderator's id
   * @throws DomainError SITE_KEY_NOT_FOUND, LAST_SITE_KEY
   */
  revoke(id: string, siteIds: string[], by: string): Promise<void> {
    return this.database.transaction(async (session) => {
      await session.query(LOCK_SITES);
      const [found] = await session.query<Found>(sql.FIND, [id, siteIds]);
      if (found === undefined) {
        throw new DomainError('SITE_KEY_NOT_FOUND', 'It was revoked, or never there.');
      }
      const { site_id: siteId, kind } = found;
      if ((await count(session, siteId, kind)) <= 1) throw lastOf(kind);
      await session.execute(sql.REVOKE, [id, by]);
      const action = 'site-key.revoked';
      await AuditTrail.record(session, [
        siteEvent({ siteId, by, action, id, before: named(found) }),
      ]);
    });
  }

  /** Which of the operator's keys were revoked. */
  async revokedOf({ publicKey, secretKey }: SiteKeys): Promise<SiteKeyKind[]> {
    const values = [publicKey, hashSecret(secretKey)];
    const rows = await this.database.query<{ kind: SiteKeyKind }>(sql.REVOKED, values);
    return rows.map(({ kind }) => kind);
  }
}

async function count(session: Session, siteId: string, kind: SiteKeyKind): Promise<number> {
  const [row] = await session.query<{ count: number }>(sql.COUNT, [siteId, kind]);
  return row?.count ?? 0;
}

/** By what the trail names a key. */
function named({
  kind,
  public_key: publicKey,
  hint,
  fingerprint,
}: Pick<Row, 'kind' | 'public_key' | 'hint' | 'fingerprint'>): Record<string, unknown> {
  return kind === 'public' ? { kind, publicKey } : { kind, hint, fingerprint };
}

function told(row: Row): SiteKey {
  const { id, kind, public_key: publicKey, hint, fingerprint } = row;
  return {
    ...{ id, kind, publicKey, hint, fingerprint },
    ...{ createdAt: row.created_at.toISOString(), createdBy: row.created_by },
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    ...{ revokedAt: row.revoked_at?.toISOString() ?? null, revokedBy: row.revoked_by },
  };
}

function lastOf(kind: SiteKeyKind): DomainError {
  const place = kind === 'public' ? 'your pages' : 'your servers';
  return new DomainError(
    'LAST_SITE_KEY',
    `This is the only ${kind} key in force, and ${place} would have none; make a new one, put it there, then revoke this one.`,
  );
}

function tooMany(kind: SiteKeyKind): DomainError {
  const message = `has ${MAXIMUM_KEYS} keys in force already (${kind}); revoke one that is not needed`;
  return refused([{ field: 'kind', rule: 'maximum', message }]);
}
