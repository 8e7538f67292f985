import { expect } from 'vitest';
import type { CommentHistory, DecideResult, ReviewAction } from '#contract';
import type { Desk } from './desk.js';

/** Decides the open review item of a comment, as the console does; gives the bulk, for undo. */
export async function decide(
  desk: Desk,
  commentId: string,
  action: ReviewAction,
  more: { reason?: string; note?: string } = {},
): Promise<DecideResult> {
  const { item } = await desk.read<CommentHistory>(`/v1/reviews/comments/${commentId}`);
  const items = [{ id: item?.id, version: item?.version }];
  const response = await desk.send('POST', '/v1/reviews/decisions', { items, action, ...more });
  expect(response.statusCode, response.body).toBe(200);
  const result = response.json<DecideResult>();
  expect(result.conflicts).toEqual([]);
  return result;
}
