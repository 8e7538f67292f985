import { Injectable } from '@nestjs/common';
import type { Finding, Label } from '#contract';
import { Database } from '#database';
import { DECISION_PAGE, FEEDBACK_PAGE } from './labelled-texts.sql.js';

/** A text of which a person has said whether it is acceptable. */
export interface LabelledText {
  /** Whether it came as feedback about one label, or from a moderator who decided about a comment. */
  from: 'feedback' | 'decision';
  /** Whether the label applies, or the comment was rejected. */
  positive: boolean;
  /** The text, while it is kept. */
  body: string | null;
  /** As in BCP 47, if it is known. */
  language: string | null;
  /** What the checks said of it then; `null` if they said nothing under the label. */
  score: number | null;
}

interface FeedbackRow {
  id: string;
  value: number;
  score: number | null;
  language: string | null;
  body: string | null;
}

interface DecisionRow {
  id: string;
  rejected: boolean;
  findings: Finding[] | null;
  body: string | null;
}

const PAGE = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** What people have said of a site's texts: feedback of other systems' users, and its own moderators' decisions. */
@Injectable()
export class LabelledTexts {
  constructor(private readonly database: Database) {}

  /** All that bears on a label, a page of rows in memory at a time; of a text or comment only what was said last. */
  async *of(siteId: string, label: Label): AsyncGenerator<LabelledText> {
    yield* this.feedback(siteId, label);
    yield* this.decisions(siteId, label);
  }

  private async *feedback(siteId: string, label: Label): AsyncGenerator<LabelledText> {
    const page = (after: string): Promise<FeedbackRow[]> =>
      this.database.query<FeedbackRow>(FEEDBACK_PAGE, [siteId, label, after, PAGE]);
    for await (const { value, score, language, body } of byKey(page)) {
      yield { from: 'feedback', positive: value >= 0.5, body, language, score };
    }
  }

  private async *decisions(siteId: string, label: Label): AsyncGenerator<LabelledText> {
    const page = (after: string): Promise<DecisionRow[]> =>
      this.database.query<DecisionRow>(DECISION_PAGE, [siteId, after, PAGE]);
    for await (const { rejected: positive, findings, body } of byKey(page)) {
      yield { from: 'decision', positive, body, language: null, score: scoreIn(findings, label) };
    }
  }
}

async function* byKey<Row extends { id: string }>(
  page: (after: string) => Promise<Row[]>,
): AsyncGenerator<Row> {
  let rows: Row[];
  let after = BEFORE_ALL;
  do {
    rows = await page(after);
    yield* rows;
    after = rows.at(-1)?.id ?? after;
  } while (rows.length === PAGE);
}

function scoreIn(findings: Finding[] | null, label: Label): number | null {
  const scores = (findings ?? []).flatMap((finding) =>
    finding.label === label && finding.score !== null ? [finding.score] : [],
  );
  return scores.length === 0 ? null : Math.max(...scores);
}
