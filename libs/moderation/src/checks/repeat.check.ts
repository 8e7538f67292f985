import type { Check, CheckContext, Signal } from '../check.js';
import { repeatsOf } from '../repeat/repeats.js';
import { hammingDistance } from '../text-fingerprint.js';
import type { RecentText } from '../check.js';

/** A copy that differs in 4 of 64 bits scores 0.9, one in 8 scores 0.8; below 1, for the author may have mended it. */
const SCORE_PER_BIT = 1 / 40;

function nearScore(comment: CheckContext['comment'], copies: readonly RecentText[]): number {
  const distances = copies.map(({ simHash }) =>
    simHash === null || comment.simHash === null ? 0 : hammingDistance(simHash, comment.simHash),
  );
  return 1 - Math.max(1, Math.min(...distances)) * SCORE_PER_BIT;
}

function byAuthor(context: CheckContext): Signal[] {
  const { exact, near } = repeatsOf(context).byAuthor;
  if (exact.length + near.length === 0) return [];
  const isExact = exact.length > 0;
  return [
    {
      label: 'repeat-by-author',
      score: isExact ? 1 : nearScore(context.comment, near),
      spans: [],
      reason: isExact ? 'REPEAT_BY_AUTHOR' : 'NEAR_REPEAT_BY_AUTHOR',
      // The comment itself is one of them.
      details: {
        times: exact.length + near.length + 1,
        hours: context.policy.repeat.windowHours,
      },
    },
  ];
}

function acrossAuthors(context: CheckContext): Signal[] {
  const { otherAuthors: authors } = repeatsOf(context);
  const { maximumAuthors, windowHours } = context.policy.repeat;
  if (authors === 0) return [];
  return [
    {
      label: 'repeat-across-authors',
      score: Math.min(1, authors / (maximumAuthors + 1)),
      spans: [],
      reason: 'REPEAT_ACROSS_AUTHORS',
      details: { authors, maximum: maximumAuthors, hours: windowHours },
    },
  ];
}

/** Marks texts that were posted before, as they are or nearly so, by the same author or by others. */
export const repeatCheck: Check = {
  name: 'repeat',
  version: '1',
  run: (context) => [...byAuthor(context), ...acrossAuthors(context)],
};
