import { Injectable } from '@nestjs/common';
import { ArticleChanges, ArticleMemory } from '#announcements';
import { CountsService } from './counts.service.js';

/** What is kept of an article. */
export interface KeptCount {
  count?: number;
  /** The reading that will tell it; whoever asks meanwhile waits for the same. */
  reading?: Promise<void>;
}

/** Some 300 bytes each. */
const MAX_ARTICLES = 100_000;
/** Changes are announced; this is for what nobody could announce, as when an operator mends a count by hand. */
const TTL_MS = 60_000;

/** Counts as a process that is asked for them again and again keeps them: never older than a look at the log of changes. */
@Injectable()
export class LiveCounts {
  private readonly memory: ArticleMemory<KeptCount>;

  constructor(
    private readonly counts: CountsService,
    changes: ArticleChanges,
  ) {
    this.memory = new ArticleMemory<KeptCount>(changes, () => ({}), {
      max: MAX_ARTICLES,
      ttl: TTL_MS,
    });
  }

  /** A count for each of the articles, in that order; 0 for an article that is not known. */
  async read(siteId: string, articles: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return (await this.readKept(siteId, articles)).counts;
  }

  /** As {@link read}, with what tells later whether the answer still holds. */
  async readKept(siteId: string, articles: readonly string[]): Promise<CountsAnswer> {
    // Before the reading: what changes during it makes the answer look old, never new.
    const changeCount = this.memory.changeCount;
    const kept = articles.map((article) => this.memory.of({ siteId, article }));
    const missing = articles.filter((_, at) => isMissing(kept[at]));
    if (missing.length > 0) this.startReading(siteId, missing, kept.filter(isMissing));
    await Promise.all(
      kept.flatMap(({ count, reading }) => (count === undefined && reading ? [reading] : [])),
    );
    const counts = new Map(articles.map((article, at) => [article, kept[at]?.count ?? 0]));
    return { siteId, counts, kept, changeCount };
  }

  /** Whether the counts would be the same if they were read now. */
  isCurrent(answer: CountsAnswer): boolean {
    if (!this.memory.isCurrent()) return false;
    const { changeCount } = this.memory;
    if (answer.changeCount === changeCount) return true;
    const { siteId, kept } = answer;
    let at = 0;
    for (const article of answer.counts.keys()) {
      if (!this.memory.holds({ siteId, article }, kept[at++] as KeptCount)) return false;
    }
    // So that the next one who asks need not look article by article.
    answer.changeCount = changeCount;
    return true;
  }

  private startReading(siteId: string, articles: string[], kept: KeptCount[]): void {
    const reading = this.counts.read(siteId, articles).then(
      (counts) =>
        articles.forEach((article, at) =>
          Object.assign(kept[at] ?? {}, { count: counts.get(article) }),
        ),
      (error: unknown) => {
        for (const one of kept) delete one.reading;
        throw error;
      },
    );
    for (const one of kept) one.reading = reading;
  }
}

/** Counts that were read together. */
export interface CountsAnswer {
  readonly siteId: string;
  /** By article, in the order of the question. */
  readonly counts: ReadonlyMap<string, number>;
  readonly kept: readonly KeptCount[];
  /** When it was last found to hold. */
  changeCount: number;
}

function isMissing(kept: KeptCount | undefined): kept is KeptCount {
  return kept?.count === undefined && kept?.reading === undefined;
}
