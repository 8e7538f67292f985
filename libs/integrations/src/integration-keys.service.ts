import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { DomainError, type IntegrationKey, type IssuedIntegrationKey } from '#contract';
import { Database } from '#database';
import { LRUCache } from 'lru-cache';
import { v7 as uuidv7 } from 'uuid';
import { integrationEvent } from './integration-events.js';
import { hashIntegrationKey, isIntegrationKey, newIntegrationKey } from './integration-key.js';
import * as sql from './integration-keys.sql.js';

/** Whom a key stands for. */
export interface KeyHolder {
  keyId: string;
  siteId: string;
}

/** A key as it is asked for. */
export interface NewIntegrationKey {
  siteId: string;
  name: string;
  /** The moderator's id. */
  by: string;
}

interface Row {
  id: string;
  name: string;
  hint: string;
  created_at: Date;
  created_by: string | null;
}

/** How long a process may go on with a key that was revoked. */
const CACHE_MS = 2000;
const CACHE_ENTRIES = 10_000;
const HINT_LENGTH = 4;

/** Keys by which other systems' clients ask for checks; they open nothing else. */
@Injectable()
export class IntegrationKeys {
  /** An object, since the cache cannot hold `null`: that a key is not known is remembered as well. */
  private readonly holders = new LRUCache<string, { holder: KeyHolder | null }, Buffer>({
    max: CACHE_ENTRIES,
    ttl: CACHE_MS,
    fetchMethod: async (_, __, { context }) => {
      const [row] = await this.database.query<{ id: string; site_id: string }>(sql.FIND, [context]);
      return { holder: row === undefined ? null : { keyId: row.id, siteId: row.site_id } };
    },
  });

  constructor(private readonly database: Database) {}

  /** Whom the key stands for; `null` if nobody, or not any more. */
  async find(key: unknown): Promise<KeyHolder | null> {
    if (!isIntegrationKey(key)) return null;
    const hash = hashIntegrationKey(key);
    return (await this.holders.fetch(hash.toString('hex'), { context: hash }))?.holder ?? null;
  }

  /** Makes a key, which is told once and kept nowhere. */
  issue({ siteId, name, by }: NewIntegrationKey): Promise<IssuedIntegrationKey> {
    const [id, key] = [uuidv7(), newIntegrationKey()];
    const hint = key.slice(-HINT_LENGTH);
    return this.database.transaction(async (session) => {
      const [row] = await session.query<{ created_at: Date }>(sql.INSERT, [
        ...[id, siteId, name, hashIntegrationKey(key), hint, by],
      ]);
      if (row === undefined) throw new Error('The key did not come back.');
      const action = 'integration-key.issued';
      await AuditTrail.record(session, [
        integrationEvent({ siteId, by, action, id, after: { name, hint } }),
      ]);
      return { id, name, hint, key, createdAt: row.created_at.toISOString() };
    });
  }

  /** The keys of a site that are good, the latest first. */
  async list(siteId: string): Promise<IntegrationKey[]> {
    const rows = await this.database.query<Row>(sql.LIST, [siteId]);
    return rows.map(({ id, name, hint, created_at: createdAt, created_by: createdBy }) => ({
      ...{ id, name, hint, createdBy },
      createdAt: createdAt.toISOString(),
    }));
  }

  /**
   * Ends a key of one of these sites, within two seconds in every process.
   * @param by the moderator's id
   * @throws DomainError INTEGRATION_KEY_NOT_FOUND
   */
  revoke(id: string, siteIds: string[], by: string): Promise<void> {
    return this.database.transaction(async (session) => {
      const [revoked] = await session.query<{ site_id: string; name: string }>(sql.REVOKE, [
        id,
        siteIds,
      ]);
      if (revoked === undefined) {
        throw new DomainError('INTEGRATION_KEY_NOT_FOUND', 'It was revoked, or never there.');
      }
      const { site_id: siteId, name } = revoked;
      const action = 'integration-key.revoked';
      await AuditTrail.record(session, [
        integrationEvent({ siteId, by, action, id, before: { name } }),
      ]);
    });
  }
}
