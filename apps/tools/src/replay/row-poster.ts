import { randomUUID } from 'node:crypto';
import type { SubmitCommentResult } from '#contract';
import type { HttpAnswer } from '../http/http-client.js';
import type { ModeratoClient, NewComment } from '../http/moderato-client.js';
import { problemCode } from '../http/problem-code.js';
import { isTransient, PATIENT, type RetryPolicy, sendWithRetry } from '../http/retry.js';
import { articleOf } from './article.js';
import { PostedComments } from './posted-comments.js';
import type { Row } from './row.js';
import type { Tally } from './tally.js';

export interface RowPosterOptions {
  client: ModeratoClient;
  tally: Tally;
  /** Waits for a row's turn, where posts are limited to a rate. */
  pace: () => Promise<void>;
  retrySeconds: number;
  onAccepted: (id: string, acceptedAt: number) => void;
}

/** Posts rows as comments, each until the service has answered for good, and replies under their parents. */
export class RowPoster {
  private readonly run = randomUUID();
  private readonly posted = new PostedComments();
  private readonly retry: RetryPolicy;

  constructor(private readonly options: RowPosterOptions) {
    this.retry = { ...PATIENT, windowMs: options.retrySeconds * 1000 };
  }

  /** Posts one row and gives the comment's id, or `null`. Must be called in the order of the file. */
  post(row: Row, line: number): Promise<string | null> {
    // Looked up before the row itself is noted, for a reply may repeat its parent's text.
    const parent = this.posted.parentOf(row);
    const posting = this.send(row, parent, `replay-${this.run}-${line}`);
    this.posted.note(row, posting);
    return posting;
  }

  private async send(
    row: Row,
    parent: Promise<string | null>,
    key: string,
  ): Promise<string | null> {
    const { client, tally, pace } = this.options;
    const parentId = await parent;
    await pace();
    tally.countPost();
    const comment = commentOf(row, parentId);
    const answer = await sendWithRetry(
      () => client.submit(comment, key),
      this.retry,
      () => (tally.retries += 1),
    ).catch(() => null);
    return this.settle(answer, row, parentId);
  }

  private settle(answer: HttpAnswer | null, row: Row, parentId: string | null): string | null {
    const { tally, onAccepted } = this.options;
    if (answer === null || isTransient(answer.status)) {
      tally.countFailed();
      return null;
    }
    if (answer.status !== 202 && answer.status !== 200) {
      tally.countRefused(problemCode(answer));
      return null;
    }
    const acceptedAt = performance.now();
    const { id } = JSON.parse(answer.text) as SubmitCommentResult;
    tally.countAccepted(acceptedAt);
    if (parentId !== null) tally.replies += 1;
    else if (row.parent !== undefined) tally.parentsMissing += 1;
    onAccepted(id, acceptedAt);
    return id;
  }
}

function commentOf(row: Row, parentId: string | null): NewComment {
  return {
    article: articleOf(row.article),
    ...(parentId !== null && { parentId }),
    body: row.text,
    author: row.author === undefined ? {} : { name: row.author },
  };
}
