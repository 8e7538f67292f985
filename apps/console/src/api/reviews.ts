import type {
  CampaignPage,
  ClaimResult,
  DecideResult,
  QueueSizes,
  ReviewAction,
  ReviewItem,
  ReviewPage,
  ReviewQueue,
  UndoResult,
} from '#contract';
import { request, type Query } from './request.js';

/** What can be claimed: everything but what is decided. */
export type ClaimableQueue = Exclude<ReviewQueue, 'decided'>;

export const fetchReviews = (query: Query): Promise<ReviewPage> =>
  request('GET', '/reviews', { query });
export const fetchItem = (id: string): Promise<ReviewItem> =>
  request('GET', `/reviews/items/${id}`);
export const fetchQueueSizes = (site?: string): Promise<QueueSizes> =>
  request('GET', '/reviews/queues', { query: { site } });
export const fetchCampaigns = (query: Query): Promise<CampaignPage> =>
  request('GET', '/reviews/campaigns', { query });

export const claim = (body: Record<string, unknown>): Promise<ClaimResult> =>
  request('POST', '/reviews/claims', { body });
export const keepClaims = (): Promise<{ until: string }> =>
  request('POST', '/reviews/claims/heartbeat', { body: {} });
/** Gives back the named claims, or all of them. */
export const releaseClaims = (items?: string[]): Promise<void> =>
  request('POST', '/reviews/claims/release', {
    body: items === undefined ? {} : { items },
    keepalive: true,
  });

/** How a decision is worded; rejecting needs a reason. */
export interface Judgment {
  action: ReviewAction;
  reason?: string;
  note?: string;
}
export type DecisionTarget = { items: { id: string; version: number }[] } | { campaign: string };

export const decide = (target: DecisionTarget, judgment: Judgment): Promise<DecideResult> =>
  request('POST', '/reviews/decisions', { body: { ...target, ...judgment } });
export const undoDecision = (id: string): Promise<UndoResult> =>
  request('POST', `/reviews/decisions/${id}/undo`, { body: {} });
