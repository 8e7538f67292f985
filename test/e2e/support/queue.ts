import { expect } from 'vitest';
import type {
  ClaimResult,
  DecideResult,
  RejectReason,
  ReviewAction,
  ReviewItem,
  ReviewPage,
  UndoResult,
} from '#contract';
import type { Response } from './client.js';
import type { Desk } from './desk.js';

type Query = Record<string, string | number | undefined>;

/** The queue as one moderator works through it; what is not a Response has to succeed. */
export class Queue {
  private reason: string | undefined;

  constructor(readonly desk: Desk) {}

  page(query: Query = {}): Promise<ReviewPage> {
    return this.desk.read<ReviewPage>('/v1/reviews', query);
  }

  /** All pages of a queue, one after another. */
  async all(query: Query = {}): Promise<ReviewItem[]> {
    const items: ReviewItem[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.page({ ...query, cursor });
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  item(id: string): Promise<ReviewItem> {
    return this.desk.read<ReviewItem>(`/v1/reviews/items/${id}`);
  }

  claim(limit = 25, more: object = {}): Promise<ClaimResult> {
    return this.done('/v1/reviews/claims', { queue: 'held', limit, ...more });
  }

  release(items?: string[]): Promise<Response> {
    return this.desk.send('POST', '/v1/reviews/claims/release', { items });
  }

  approve(...items: Pick<ReviewItem, 'id' | 'version'>[]): Promise<DecideResult> {
    return this.decide('approve', items);
  }

  async reject(...items: Pick<ReviewItem, 'id' | 'version'>[]): Promise<DecideResult> {
    return this.decide('reject', items, { reason: await this.someReason() });
  }

  decide(
    action: ReviewAction,
    items: Pick<ReviewItem, 'id' | 'version'>[],
    more: object = {},
  ): Promise<DecideResult> {
    const seen = items.map(({ id, version }) => ({ id, version }));
    return this.done('/v1/reviews/decisions', { action, items: seen, ...more });
  }

  async decideComment(id: string, revision: number, action: ReviewAction): Promise<DecideResult> {
    const reason = action === 'reject' ? await this.someReason() : undefined;
    return this.done(`/v1/reviews/comments/${id}/decisions`, { action, revision, reason });
  }

  undo(id: string | null): Promise<UndoResult> {
    return this.done(`/v1/reviews/decisions/${id ?? ''}/undo`, {});
  }

  /** The id of one of the reasons of the desk's first site. */
  async someReason(): Promise<string> {
    if (this.reason === undefined) {
      const { sites } = await this.desk.read<{ sites: { id: string }[] }>('/v1/session');
      const site = { site: sites[0]?.id };
      const [reason] = await this.desk.read<RejectReason[]>('/v1/reviews/reasons', site);
      this.reason = reason?.id ?? '';
    }
    return this.reason;
  }

  private async done<T>(url: string, payload: object): Promise<T> {
    const response = await this.desk.send('POST', url, payload);
    expect(response.statusCode, response.body).toBe(200);
    return response.json<T>();
  }
}
