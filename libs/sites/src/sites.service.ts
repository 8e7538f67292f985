import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Secrets } from '#encryption';
import { LRUCache } from 'lru-cache';
import { type FindOptionsWhere, IsNull, Not, type Repository } from 'typeorm';
import { SiteKeyEntity } from './site-key.entity.js';
import { hashSecret } from './site-keys.js';
import { SiteEntity } from './site.entity.js';
import { type Site, siteOf } from './site.js';

/** How long a process may go on with a key that was revoked or origins that were changed. */
const CACHE_MS = 2000;
const CACHE_ENTRIES = 10_000;

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
      return { site: key === null ? null : siteOf(key.site, this.secrets) };
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

  /** As {@link findByPublicKey}, but at once, and only if it was found within the last two seconds. */
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

  /** The site that the secret key belongs to; `null` if none or the key is revoked. */
  findBySecretKey(secretKey: string): Promise<Site | null> {
    const secretHash = hashSecret(secretKey);
    return this.find(`secret:${secretHash.toString('hex')}`, { secretHash });
  }

  /** What pages of this origin may do with some site here: a preflight request, which must be answered, carries no key. */
  async useOf(origin: string): Promise<OriginUse> {
    return (await this.origins.fetch(origin)) ?? { allowed: false, listed: false };
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
