import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ArticleChanges, ArticleMemory } from '#announcements';
import { type ThreadQuery, ThreadsService } from '#threads';
import { type CacheRules, Representation } from '../http/representation.js';

/** Shared caches may keep a page for a moment; browsers ask each time, for a page is read again when something has changed. */
const PUBLIC: CacheRules = {
  cacheControl: 'public, max-age=0, s-maxage=2',
  vary: 'X-Site-Key, X-Reader-Token, Authorization, Cookie, Origin',
};

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_ARTICLES = 20_000;
/** Comments and articles are announced when they change; the policy is not. */
const TTL_MS = 2000;

/** Pages of an article that are being read; whoever asks for the same waits for it. */
interface ArticlePages {
  reading: Map<string, Promise<Representation>>;
}

interface Kept {
  of: ArticlePages;
  representation: Representation;
}

/** Pages as everybody sees them, kept until something under their article changes. */
@Injectable()
export class ThreadPages {
  private readonly memory: ArticleMemory<ArticlePages>;
  private readonly kept = new LRUCache<string, Kept>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ representation }) => representation.bytes * 3 + 1000,
    ttl: TTL_MS,
    ttlResolution: 100,
  });

  constructor(
    private readonly threads: ThreadsService,
    changes: ArticleChanges,
  ) {
    this.memory = new ArticleMemory(changes, () => ({ reading: new Map() }), {
      max: MAX_ARTICLES,
      ttl: TTL_MS,
    });
  }

  /** The page, as it is now or was after the last change. @throws DomainError as ThreadsService.read */
  async read(siteId: string, query: ThreadQuery): Promise<Representation> {
    const article = { siteId, article: query.article };
    const pages = this.memory.of(article);
    const key = [
      siteId,
      query.sort,
      query.limit,
      query.depth,
      query.parent ?? '',
      query.cursor ?? '',
      query.article,
    ].join(' ');
    const known = this.kept.get(key);
    if (known?.of === pages) return known.representation;
    const reading = pages.reading.get(key) ?? this.start(siteId, query, pages, key);
    return reading;
  }

  private start(
    siteId: string,
    query: ThreadQuery,
    pages: ArticlePages,
    key: string,
  ): Promise<Representation> {
    const reading = this.threads
      .read(siteId, query, null)
      .then((page) => {
        const representation = new Representation(JSON.stringify(page), PUBLIC);
        this.kept.set(key, { of: pages, representation });
        return representation;
      })
      .finally(() => pages.reading.delete(key));
    pages.reading.set(key, reading);
    return reading;
  }
}
