import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import {
  type Announcement,
  AnnouncementLog,
  ArticleChanges,
  type LogPosition,
} from '#announcements';
import { CONFIG, type Config } from '#config';
import { DomainError } from '#contract';
import { LiveCounts } from '#counts';
import { ArticleStream, type StreamTopic } from './article-stream.js';
import { resumeAfter } from './event-id.js';
import type { EventStream } from './event-stream.js';

/** Proxies give up on connections that are silent for some tens of seconds. */
const BEAT_MS = 15_000;
/** More than that, and reading everything again is cheaper. */
const MAX_REPLAYED = 500;

/** All streams of this process: one reader of the log tells them all. */
@Injectable()
export class OpenStreams implements BeforeApplicationShutdown {
  private readonly byArticle = new Map<string, Set<ArticleStream>>();
  private readonly perAddress = new Map<string, number>();
  private readonly all = new Set<ArticleStream>();
  private readonly heart: NodeJS.Timeout;

  constructor(
    private readonly changes: ArticleChanges,
    private readonly log: AnnouncementLog,
    private readonly counts: LiveCounts,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    changes.subscribe({
      announced: (news, position) => this.announced(news, position),
      missed: () => this.all.forEach((stream) => stream.reset()),
    });
    this.heart = setInterval(() => this.beat(), BEAT_MS).unref();
  }

  /** Ends all of them, so that the server can close. */
  beforeApplicationShutdown(): void {
    clearInterval(this.heart);
    for (const stream of this.all) stream.end();
  }

  /**
   * Takes one of the streams that an address may have open; to be given back by the function returned.
   * @throws DomainError RATE_LIMITED, SERVICE_UNAVAILABLE
   */
  reserve(address: string): () => void {
    if (this.changes.position === undefined) {
      throw new DomainError('SERVICE_UNAVAILABLE', 'Changes cannot be followed yet; try again.');
    }
    const open = this.perAddress.get(address) ?? 0;
    if (open >= this.config.STREAMS_PER_ADDRESS) {
      const detail = `An address may have ${this.config.STREAMS_PER_ADDRESS} streams open.`;
      throw new DomainError('RATE_LIMITED', detail, undefined, BEAT_MS / 1000);
    }
    this.perAddress.set(address, open + 1);
    return () => {
      const left = (this.perAddress.get(address) ?? 1) - 1;
      if (left > 0) this.perAddress.set(address, left);
      else this.perAddress.delete(address);
    };
  }

  /** Tells the stream of its articles from now on, and before that what the client has missed. */
  async add(
    stream: EventStream,
    topic: StreamTopic,
    lastEventId: string | undefined,
  ): Promise<() => void> {
    const added = new ArticleStream(topic, stream);
    const keys = topic.articles.map((article) => keyOf({ siteId: topic.siteId, article }));
    for (const key of keys)
      this.byArticle.set(key, (this.byArticle.get(key) ?? new Set()).add(added));
    this.all.add(added);
    try {
      await this.begin(added, lastEventId);
    } catch (error) {
      this.remove(added, keys);
      throw error;
    }
    return () => this.remove(added, keys);
  }

  private async begin(added: ArticleStream, lastEventId: string | undefined): Promise<void> {
    const { topic } = added;
    const now = this.changes.position as LogPosition;
    const after = lastEventId === undefined ? now.id : resumeAfter(lastEventId, now);
    const missed =
      after === null
        ? null
        : after >= now.id
          ? []
          : await this.log.replay(topic, { after, upTo: now.id, limit: MAX_REPLAYED });
    const counts =
      topic.kind === 'counts' ? await this.counts.read(topic.siteId, topic.articles) : null;
    added.begin(missed, { ...now, id: Math.max(now.id, after ?? 0) });
    if (counts !== null) added.count(counts);
  }

  private remove(stream: ArticleStream, keys: readonly string[]): void {
    this.all.delete(stream);
    for (const key of keys) {
      const streams = this.byArticle.get(key);
      streams?.delete(stream);
      if (streams?.size === 0) this.byArticle.delete(key);
    }
  }

  private announced(news: readonly Announcement[], { at }: LogPosition): void {
    for (const one of news) {
      for (const stream of this.byArticle.get(keyOf(one)) ?? [])
        stream.tell(one, { id: one.id, at });
    }
  }

  private beat(): void {
    const { position } = this.changes;
    if (position !== undefined) for (const stream of this.all) stream.beat(position);
  }
}

function keyOf({ siteId, article }: { siteId: string; article: string }): string {
  return `${siteId}/${article}`;
}
