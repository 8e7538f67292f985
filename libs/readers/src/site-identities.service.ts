import { Injectable } from '@nestjs/common';
import { DomainError } from '#contract';
import { Database, type Session } from '#database';
import { type SecretPlace, Secrets, type StoredSecret } from '#encryption';
import { LRUCache } from 'lru-cache';
import type { SiteIdentity, SiteIdentityChange, TokenRules } from './site-identity.js';
import * as sql from './site-identities.sql.js';

/** How long a process may go on with a secret that was taken away. */
const CACHE_MS = 2000;

interface IdentityRow {
  issuer: string | null;
  audience: string | null;
  jwks_url: string | null;
  public_keys: string[];
}

interface SecretRow extends StoredSecret {
  id: string;
  created_at: Date;
}

const NONE: SiteIdentity = { issuer: null, audience: null, jwksUrl: null, secrets: [] };

/** An object, since the cache cannot hold `null`: that a site has set up nothing is remembered as well. */
interface Lookup {
  rules: TokenRules | null;
}

/** How each site signs its readers in. Secrets go in and never come out. */
@Injectable()
export class SiteIdentitiesService {
  private readonly rules = new LRUCache<string, Lookup>({
    max: 1000,
    ttl: CACHE_MS,
    fetchMethod: async (siteId) => ({ rules: await this.load(siteId) }),
  });

  constructor(
    private readonly database: Database,
    private readonly encryption: Secrets,
  ) {}

  /** What the site's tokens are verified with; `null` while it has set up nothing. */
  async rulesOf(siteId: string): Promise<TokenRules | null> {
    return (await this.rules.fetch(siteId))?.rules ?? null;
  }

  /** What the site may see of it. */
  async read(siteId: string): Promise<SiteIdentity> {
    const { identity, secrets } = await this.rows(siteId, this.database);
    if (identity === undefined) return NONE;
    const { issuer, audience, jwks_url: jwksUrl } = identity;
    const shown = secrets.map(({ id, created_at: createdAt }) => ({ id, createdAt }));
    return { issuer, audience, jwksUrl, secrets: shown };
  }

  /** @throws DomainError VALIDATION_FAILED for a secret that is to be kept and is not there */
  async write(siteId: string, change: SiteIdentityChange): Promise<SiteIdentity> {
    const { issuer, audience, jwksUrl, secrets } = change;
    await this.database.transaction(async (session) => {
      await session.execute(sql.SAVE, [siteId, issuer, audience, jwksUrl]);
      const stored = await session.query<SecretRow>(sql.SECRETS, [siteId]);
      assertThere(change, new Set(stored.map(({ id }) => id)));
      await session.execute(sql.KEEP_SECRETS, [siteId, secrets.map(({ id }) => id)]);
      await session.execute(sql.ADD_SECRETS, [siteId, ...this.added(siteId, change)]);
    });
    this.rules.delete(siteId);
    return this.read(siteId);
  }

  /** What is to be stored of the new secrets, as columns. */
  private added(siteId: string, { secrets }: SiteIdentityChange): unknown[][] {
    const added = secrets.flatMap(({ id, secret }) =>
      secret === undefined
        ? []
        : [{ id, ...this.encryption.seal(placeOf(siteId, id), Buffer.from(secret, 'utf8')) }],
    );
    return [
      added.map(({ id }) => id),
      added.map(({ secret }) => secret),
      added.map(({ ciphertext }) => ciphertext),
      added.map(({ key_id: keyId }) => keyId),
    ];
  }

  private async load(siteId: string): Promise<TokenRules | null> {
    const { identity, secrets } = await this.rows(siteId, this.database);
    if (identity === undefined) return null;
    const { issuer, audience, jwks_url: jwksUrl, public_keys: publicKeys } = identity;
    const readable = new Map<string, Buffer>();
    const unreadable = new Set<string>();
    for (const row of secrets) {
      const secret = this.encryption.read(placeOf(siteId, row.id), row);
      if (secret === null) unreadable.add(row.id);
      else readable.set(row.id, secret);
    }
    const audiences = audience === null ? [siteId, ...publicKeys] : [audience];
    return { issuer, audiences, jwksUrl, secrets: readable, unreadable };
  }

  private async rows(
    siteId: string,
    session: Session,
  ): Promise<{ identity: IdentityRow | undefined; secrets: SecretRow[] }> {
    const [[identity], secrets] = await Promise.all([
      session.query<IdentityRow>(sql.FIND, [siteId]),
      session.query<SecretRow>(sql.SECRETS, [siteId]),
    ]);
    return { identity, secrets };
  }
}

const placeOf = (siteId: string, id: string): SecretPlace => ({
  table: 'site_identity_secrets',
  ...{ siteId, id },
});

function assertThere({ secrets }: SiteIdentityChange, stored: ReadonlySet<string>): void {
  const at = secrets.findIndex(({ id, secret }) => secret === undefined && !stored.has(id));
  if (at === -1) return;
  const field = `secrets[${at}].secret`;
  throw new DomainError('VALIDATION_FAILED', `${field} is required: there is none with this id.`, [
    { field, rule: 'isDefined', message: 'is required: there is none with this id' },
  ]);
}
