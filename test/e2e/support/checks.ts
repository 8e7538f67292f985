import type { Check } from '#moderation';

/** A check that reads its score from the text, as in `score 0.95`: the shipped policy holds `threat` from 0.2 and rejects from 0.98. */
export const scoreFromText: Check = {
  name: 'score-from-text',
  version: '7',
  run: ({ comment: { body } }) => {
    const match = /score (0\.\d+|1)/.exec(body);
    if (match?.[1] === undefined) return [];
    const start = match.index;
    return [
      {
        label: 'threat',
        score: Number(match[1]),
        spans: [{ start, end: start + match[0].length }],
        reason: 'SCORED_THREAT',
        details: { scorer: 'The test' },
      },
    ];
  },
};

export const HELD = 'score 0.9';
export const REJECTED = 'score 1';
