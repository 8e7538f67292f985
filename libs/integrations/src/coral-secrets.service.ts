import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type CoralSecret, DomainError } from '#contract';
import { Database, type Session } from '#database';
import { type SecretPlace, Secrets, type StoredSecret } from '#encryption';
import { LRUCache } from 'lru-cache';
import { v7 as uuidv7 } from 'uuid';
import { coralSecret, MAXIMUM_SECRETS, refused } from './coral-secret-rules.js';
import * as sql from './coral-secrets.sql.js';
import { integrationEvent } from './integration-events.js';

/** A secret as it is handed in. */
export interface NewCoralSecret {
  siteId: string;
  /** As Coral shows it. */
  secret: string;
  /** The moderator's id. */
  by: string;
}

/** The secrets of a site that its Coral may have signed with. */
export interface GoodCoralSecrets {
  /** The latest first. */
  readable: readonly string[];
  /** How many more there are, which no key at hand decrypts. */
  unreadable: number;
}

interface Row {
  id: string;
  hint: string;
  created_at: Date;
}

/** How long a process may go on with a secret that was removed. */
const CACHE_MS = 2000;
const CACHE_ENTRIES = 10_000;
const HINT_LENGTH = 4;

/** The secrets that sites' Corals sign with; two of them while one takes the other's place. */
@Injectable()
export class CoralSecrets {
  private readonly secrets = new LRUCache<string, GoodCoralSecrets>({
    max: CACHE_ENTRIES,
    ttl: CACHE_MS,
    fetchMethod: (siteId) => this.load(siteId, this.database),
  });

  constructor(
    private readonly database: Database,
    private readonly encryption: Secrets,
  ) {}

  /** The secrets themselves. */
  async of(siteId: string): Promise<GoodCoralSecrets> {
    return (await this.secrets.fetch(siteId)) ?? { readable: [], unreadable: 0 };
  }

  /** What may be told of a site's secrets, the latest first. */
  async list(siteId: string): Promise<CoralSecret[]> {
    return (await this.database.query<Row>(sql.LIST, [siteId])).map(told);
  }

  /**
   * Takes a secret, which is never told again; good within two seconds in every process.
   * @throws DomainError VALIDATION_FAILED when it cannot be one, is there already, or is one too many
   */
  async add({ siteId, secret: given, by }: NewCoralSecret): Promise<CoralSecret> {
    const secret = coralSecret(given);
    return this.database.transaction(async (session) => {
      await session.query(sql.LOCK_SITE, [siteId]);
      const present = await this.load(siteId, session);
      if (present.readable.includes(secret)) {
        throw refused('isNew', 'is one of the site’s secrets already');
      }
      if (present.readable.length + present.unreadable >= MAXIMUM_SECRETS) {
        throw refused('maximum', `would be one too many: a site may have ${MAXIMUM_SECRETS}`);
      }
      const row = await this.insert(siteId, secret, session);
      const { id, hint } = row;
      await AuditTrail.record(session, [
        integrationEvent({ siteId, by, action: 'coral-secret.added', id, after: { hint } }),
      ]);
      return told(row);
    });
  }

  /**
   * Ends a secret of one of these sites, within two seconds in every process.
   * @param by the moderator's id
   * @throws DomainError CORAL_SECRET_NOT_FOUND
   */
  remove(id: string, siteIds: string[], by: string): Promise<void> {
    return this.database.transaction(async (session) => {
      const [removed] = await session.query<{ site_id: string; hint: string }>(sql.REMOVE, [
        id,
        siteIds,
      ]);
      if (removed === undefined) {
        throw new DomainError('CORAL_SECRET_NOT_FOUND', 'It was removed, or never there.');
      }
      const { site_id: siteId, hint } = removed;
      await AuditTrail.record(session, [
        integrationEvent({ siteId, by, action: 'coral-secret.removed', id, before: { hint } }),
      ]);
    });
  }

  private async insert(siteId: string, secret: string, session: Session): Promise<Row> {
    const id = uuidv7();
    const stored = this.encryption.seal(placeOf(siteId, id), Buffer.from(secret, 'utf8'));
    const [row] = await session.query<Row>(sql.INSERT, [
      ...[id, siteId, secret.slice(-HINT_LENGTH)],
      ...[stored.secret, stored.ciphertext, stored.key_id],
    ]);
    if (row === undefined) throw new Error('The secret did not come back.');
    return row;
  }

  private async load(siteId: string, session: Session): Promise<GoodCoralSecrets> {
    const rows = await session.query<StoredSecret & { id: string }>(sql.OF_SITE, [siteId]);
    const readable = rows
      .map((row) => this.encryption.read(placeOf(siteId, row.id), row)?.toString('utf8'))
      .filter((secret) => secret !== undefined);
    return { readable, unreadable: rows.length - readable.length };
  }
}

const placeOf = (siteId: string, id: string): SecretPlace => ({
  table: 'coral_secrets',
  ...{ siteId, id },
});

function told({ id, hint, created_at: createdAt }: Row): CoralSecret {
  return { id, hint, createdAt: createdAt.toISOString() };
}
