import { randomUUID } from 'node:crypto';
import type { CommentDetail, CommentView, SubmitCommentResult } from '#contract';
import type { HttpAnswer } from '../http/http-client.js';
import type { ModeratoClient } from '../http/moderato-client.js';
import { problemSentence } from '../http/problem-code.js';
import { sendWithRetry } from '../http/retry.js';
import { articleOf } from '../replay/article.js';
import { PostedComments } from '../replay/posted-comments.js';
import type { Sample } from './samples.js';
import type { SampleVerdict } from './verdict-table.js';

const POLL_SECONDS = 10;
const POLLS = 3;

/** Posts samples one after another: each has its verdict before the next is sent, so that repeats are seen. */
export class SamplePoster {
  private readonly posted = new PostedComments();

  constructor(private readonly client: ModeratoClient) {}

  /** Posts a sample and waits for its verdict, up to 30 s. */
  async post(sample: Sample): Promise<SampleVerdict> {
    const { kind, text } = sample;
    const answer = await this.submit(sample);
    if (answer.status !== 202 && answer.status !== 200) {
      this.posted.note(sample, Promise.resolve(null));
      return { kind, text, status: 'refused', reason: problemSentence(answer) };
    }
    const { id } = JSON.parse(answer.text) as SubmitCommentResult;
    this.posted.note(sample, Promise.resolve(id));
    return { kind, text, ...(await this.verdictOf(id)) };
  }

  private async submit(sample: Sample): Promise<HttpAnswer> {
    const parentId = await this.posted.parentOf(sample);
    const comment = {
      article: articleOf(sample.article),
      ...(parentId !== null && { parentId }),
      body: sample.text,
      author: sample.author === undefined ? {} : { name: sample.author },
    };
    const key = randomUUID();
    return sendWithRetry(() => this.client.submit(comment, key));
  }

  private async verdictOf(id: string): Promise<{ status: string; reason: string }> {
    for (let poll = 0; poll < POLLS; poll += 1) {
      const answer = await sendWithRetry(() => this.client.read(id, POLL_SECONDS));
      if (answer.status !== 200) return { status: 'no verdict', reason: problemSentence(answer) };
      const { status, decision } = JSON.parse(answer.text) as CommentView & Partial<CommentDetail>;
      if (status !== 'pending') return { status, reason: decision?.explanation ?? '' };
    }
    return { status: 'no verdict', reason: 'Is the worker running?' };
  }
}
