import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Secrets } from '#encryption';
import { LRUCache } from 'lru-cache';
import { type FindOptionsWhere, IsNull, Not, type Repository } from 'typeorm';
import { SiteKeyEntity } from './site-key.entity.js';
import { hashSecret } from './site-keys.js';
import { SiteEntity } from './site.entity.js';
import { type Site, siteOf } from './site.js';

/**
 * How long a process goes on with what it has read of keys and origins: with the time that reading takes, and that a
 * stream takes to look again, what was revoked or changed has ended in every process within two seconds.
 */
const CACHE_MS = 1500;
const CACHE_ENTRIES = 10_000;
/** A key's last use is written no more often than this, however many processes it is used in. */
const USE_MS = 60_000;
const NOTE_USE = `
  UPDATE site_keys SET last_used_at = now()
  WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '${USE_MS} milliseconds')`;

/** An object, since the cache cannot hold `null`: that a key is not known is remembered as well. */
interface Lookup {
  site: Site | null;
}

/** What pages of an origin may do. */
export interface OriginUse {
  /** Use the public key. */
  allowed: boolean;
  /** Use it together with cookies, since the origin is named and not only let in by `*`. */
  listed: boolean;
}

/** Sites by their keys. Whoever asks for the same at the same time shares one look. */
@Injectable()
export class SitesService {
  private readonly sites = new LRUCache<string, Lookup, FindOptionsWhere<SiteKeyEntity>>({
    max: CACHE_ENTRIES,
    ttl: CACHE_MS,
    fetchMethod: async (_, __, { context }) => {
      const key = await this.keys.findOneBy({ ...context, revokedAt: IsNull() });
      if (key === null) return { site: null };
      this.noteUse(key);
      return { site: siteOf(key.site, this.secrets) };
    },
  });
  private readonly origins = new LRUCache<string, OriginUse>({
    max: CACHE_ENTRIES,
    ttl: CACHE_MS,
    fetchMethod: async (origin) => {
      const sites = await this.keys.manager.find(SiteEntity);
      return {
        allowed: sites.some((site) => isAllowedOrigin(site, origin)),
        listed: sites.some((site) => isListedOrigin(site, origin)),
      };
    },
  });

  constructor(
    @InjectRepository(SiteKeyEntity) private readonly keys: Repository<SiteKeyEntity>,
    private readonly secrets: Secrets,
  ) {}

  /** The site that the public key belongs to; `null` if none or the key is revoked. */
  findByPublicKey(publicKey: string): Promise<Site | null> {
    return this.find(`public:${publicKey}`, { publicKey });
  }

  /** As {@link findByPublicKey}, but at once, and only if it was found just now. */
  knownByPublicKey(publicKey: string): Site | undefined {
    return this.sites.get(`public:${publicKey}`)?.site ?? undefined;
  }

  /** The latest public key of a site that is good; `null` if all are revoked. */
  async publicKeyOf(siteId: string): Promise<string | null> {
    const key = await this.keys.findOne({
      where: { site: { id: siteId }, publicKey: Not(IsNull()), revokedAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    return key?.publicKey ?? null;
  }

  /** The public key while it is good, else the latest of its site that is; itself where there is neither. */
  async publicKeyInForce(publicKey: string): Promise<string> {
    const key = await this.keys.findOneBy({ publicKey });
    if (key?.revokedAt == null) return publicKey;
    return (await this.publicKeyOf(key.site.id)) ?? publicKey;
  }

  /** The site that the secret key belongs to; `null` if none or the key is revoked. */
  findBySecretKey(secretKey: string): Promise<Site | null> {
    const secretHash = hashSecret(secretKey);
    return this.find(`secret:${secretHash.toString('hex')}`, { secretHash });
  }

  /** What pages of this origin may do with some site here: a preflight request, which must be answered, carries no key. */
  async useOf(origin: string): Promise<OriginUse> {
    return (await this.origins.fetch(origin)) ?? { allowed: false, listed: false };
  }

  /** As {@link useOf}, but at once, and only if it was looked up just now. */
  knownUseOf(origin: string): OriginUse | undefined {
    return this.origins.get(origin);
  }

  /** Nobody waits for it, and what cannot be written now is written with the next use. */
  private noteUse({ id, lastUsedAt }: SiteKeyEntity): void {
    if (lastUsedAt !== null && Date.now() - lastUsedAt.getTime() < USE_MS) return;
    this.keys.manager.query(NOTE_USE, [id]).catch(() => undefined);
  }

  private async find(
    cacheKey: string,
    where: FindOptionsWhere<SiteKeyEntity>,
  ): Promise<Site | null> {
    return (await this.sites.fetch(cacheKey, { context: where }))?.site ?? null;
  }
}

/** Whether pages of this origin may use the site's public key. */
export function isAllowedOrigin(site: Pick<Site, 'origins'>, origin: string): boolean {
  return site.origins.includes('*') || site.origins.includes(origin);
}

/** Whether the site names this origin itself, and does not only allow all. */
export function isListedOrigin({ origins }: Pick<Site, 'origins'>, origin: string): boolean {
  return origin !== '*' && origins.includes(origin);
}
