import { LRUCache } from 'lru-cache';
import type { ArticleChanges } from './article-changes.js';
import type { ArticleRef } from './announcement.js';

/**
 * What a process keeps about articles until they change. Each has one object, made empty: what is read
 * is put into the object that was there before the reading began. If the article changes meanwhile,
 * that object is gone from here already, and what is put into it is never found.
 */
export class ArticleMemory<Kept extends object> {
  private readonly kept: LRUCache<string, Kept>;
  private changed = 0;

  /**
   * @param empty makes the object of an article.
   * @param max articles at most; those that nobody asks for go first.
   * @param ttl milliseconds after which an object goes, whatever is known of changes.
   */
  constructor(
    private readonly changes: ArticleChanges,
    private readonly empty: () => Kept,
    { max, ttl }: { max: number; ttl: number },
  ) {
    this.kept = new LRUCache({ max, ttl, ttlResolution: 1000 });
    changes.subscribe({
      touched: (articles) => {
        this.changed += 1;
        if (articles === 'all') this.kept.clear();
        else for (const article of articles) this.kept.delete(keyOf(article));
      },
    });
  }

  /** A number that stays the same as long as no article changes. */
  get changeCount(): number {
    return this.changed;
  }

  /** Whether what is kept can be relied upon now. */
  isCurrent(): boolean {
    return this.changes.isCurrent();
  }

  /** The article's object, or a new one; always a new one while changes are not heard of. */
  of(article: ArticleRef): Kept {
    const key = keyOf(article);
    const known = this.isCurrent() ? this.kept.get(key) : undefined;
    if (known !== undefined) return known;
    const made = this.empty();
    this.kept.set(key, made);
    return made;
  }

  /** Whether the object is still that of the article. */
  holds(article: ArticleRef, object: Kept): boolean {
    return this.isCurrent() && this.kept.get(keyOf(article)) === object;
  }
}

function keyOf({ siteId, article }: ArticleRef): string {
  return `${siteId}/${article}`;
}
