import { Inject, Injectable } from '@nestjs/common';
import {
  type Announcement,
  AnnouncementLog,
  ArticleChanges,
  type LogPosition,
} from '#announcements';
import { CONFIG, type Config } from '#config';
import { DomainError } from '#contract';
import { LiveCounts } from '#counts';
import type { EventConnection } from '../event-streams/event-connection.js';
import { BEAT_MS, Heartbeat } from '../event-streams/heartbeat.js';
import { ArticleStream, type StreamTopic } from './article-stream.js';
import { resumeAfter } from './event-id.js';

/** More than that, and reading everything again is cheaper. */
const MAX_REPLAYED = 500;

/** All streams of this process: one reader of the log tells them all. */
@Injectable()
export class OpenStreams {
  private readonly byArticle = new Map<string, Set<ArticleStream>>();
  private readonly perAddress = new Map<string, number>();
  private readonly all = new Set<ArticleStream>();

  constructor(
    private readonly changes: ArticleChanges,
    private readonly log: AnnouncementLog,
    private readonly counts: LiveCounts,
    @Inject(CONFIG) private readonly config: Config,
    private readonly heartbeat: Heartbeat,
  ) {
    changes.subscribe({
      announced: (news, position) => this.announced(news, position),
      missed: () => this.all.forEach((stream) => stream.reset()),
    });
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
    connection: EventConnection,
    topic: StreamTopic,
    lastEventId: string | undefined,
  ): Promise<() => void> {
    const added = new ArticleStream(topic, connection);
    const keys = topic.articles.map((article) => keyOf({ siteId: topic.siteId, article }));
    for (const key of keys)
      this.byArticle.set(key, (this.byArticle.get(key) ?? new Set()).add(added));
    this.all.add(added);
    const beating = { beat: () => this.beat(added), end: () => added.end() };
    this.heartbeat.add(beating);
    const remove = (): void => {
      this.heartbeat.remove(beating);
      this.remove(added, keys);
    };
    try {
      await this.begin(added, lastEventId);
    } catch (error) {
      remove();
      throw error;
    }
    return remove;
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

  private beat(stream: ArticleStream): void {
    const { position } = this.changes;
    if (position !== undefined) stream.beat(position);
  }

  private announced(news: readonly Announcement[], { at }: LogPosition): void {
    for (const one of news) {
      for (const stream of this.byArticle.get(keyOf(one)) ?? [])
        stream.tell(one, { id: one.id, at });
    }
  }
}

function keyOf({ siteId, article }: { siteId: string; article: string }): string {
  return `${siteId}/${article}`;
}
