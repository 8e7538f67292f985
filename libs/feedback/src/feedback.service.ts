import { Injectable } from '@nestjs/common';
import type { Label } from '#contract';
import { Database, type Statement } from '#database';
import { fingerprint } from '#moderation';
import { v7 as uuidv7 } from 'uuid';

/** Where feedback comes from. */
export type FeedbackSource = 'perspective' | 'akismet';

/** What somebody says of a text. */
export interface Feedback {
  siteId: string;
  source: FeedbackSource;
  label: Label;
  /** How far the label applies, 0 to 1. */
  value: number;
  /** What the checks said of it, 0 to 1, and the version of what said it; `null` where nothing scores the label. */
  scored: { score: number; version: string } | null;
  /** As in BCP 47, if it is known. */
  language: string | null;
  body: string;
  /** Whether the text itself may be kept; without it, its scores are. */
  mayStore: boolean;
}

const INSERT: Statement = {
  name: 'feedback.insert',
  text: `
    INSERT INTO feedback (id, site_id, source, label, value, score, scorer_version, language,
      text_hash, body)
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::real[], $6::real[],
      $7::text[], $8::text[], $9::bigint[], $10::text[])`,
};

/** What people say of texts that the checks have scored, kept for learning from it. */
@Injectable()
export class FeedbackService {
  constructor(private readonly database: Database) {}

  /** Keeps all of it, or nothing. */
  async record(items: readonly Feedback[]): Promise<void> {
    if (items.length === 0) return;
    await this.database.execute(INSERT, [
      items.map(() => uuidv7()),
      items.map(({ siteId }) => siteId),
      items.map(({ source }) => source),
      items.map(({ label }) => label),
      items.map(({ value }) => value),
      items.map(({ scored }) => scored?.score ?? null),
      items.map(({ scored }) => scored?.version ?? null),
      items.map(({ language }) => language),
      items.map(({ body }) => String(fingerprint(body).textHash)),
      items.map(({ body, mayStore }) => (mayStore ? body : null)),
    ]);
  }
}
