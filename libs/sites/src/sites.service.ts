import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LRUCache } from 'lru-cache';
import { type FindOptionsWhere, IsNull, type Repository } from 'typeorm';
import { SiteKeyEntity } from './site-key.entity.js';
import { hashSecret } from './site-keys.js';
import { SiteEntity } from './site.entity.js';

/** A site as request handlers need it. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly signingKey: Buffer;
}

/** How long a process may go on with a key that was revoked or origins that were changed. */
const CACHE_MS = 2000;
const CACHE_KEYS = 10_000;

interface Lookup {
  site: Site | null;
}

/** Sites by their keys. */
@Injectable()
export class SitesService {
  private readonly cache = new LRUCache<string, Lookup>({ max: CACHE_KEYS, ttl: CACHE_MS });

  private readonly origins = new LRUCache<'all', ReadonlySet<string>>({
    max: 1,
    ttl: CACHE_MS,
    fetchMethod: async () => {
      const sites = await this.keys.manager.find(SiteEntity);
      return new Set(sites.flatMap((site) => site.origins));
    },
  });

  constructor(@InjectRepository(SiteKeyEntity) private readonly keys: Repository<SiteKeyEntity>) {}

  /** The site that the public key belongs to; `null` if none or the key is revoked. */
  findByPublicKey(publicKey: string): Promise<Site | null> {
    return this.find(`public:${publicKey}`, { publicKey });
  }

  /** The site that the secret key belongs to; `null` if none or the key is revoked. */
  findBySecretKey(secretKey: string): Promise<Site | null> {
    const secretHash = hashSecret(secretKey);
    return this.find(`secret:${secretHash.toString('hex')}`, { secretHash });
  }

  /** Whether pages of this origin may use some site here; the answer to a preflight request, which carries no key. */
  async allowsOrigin(origin: string): Promise<boolean> {
    const allowed = await this.origins.forceFetch('all');
    return allowed.has('*') || allowed.has(origin);
  }

  private async find(
    cacheKey: string,
    where: FindOptionsWhere<SiteKeyEntity>,
  ): Promise<Site | null> {
    const known = this.cache.get(cacheKey);
    if (known !== undefined) return known.site;
    const key = await this.keys.findOneBy({ ...where, revokedAt: IsNull() });
    const site = key?.site ?? null;
    this.cache.set(cacheKey, { site });
    return site;
  }
}

/** Whether pages of this origin may use the site's public key. */
export function isAllowedOrigin(site: Pick<Site, 'origins'>, origin: string): boolean {
  return site.origins.includes('*') || site.origins.includes(origin);
}
