import { describe, expect, it } from 'vitest';
import type { Finding, FindingOutcome, Label } from '#contract';
import { phaseAnswer } from './phase-answer.js';

const found = (label: Label | null, outcome: FindingOutcome): Finding => ({
  ...{ check: 'c', version: '1', label, outcome, score: 1, threshold: 1, spans: [] },
  ...{ reason: 'R', details: {}, milliseconds: 1 },
});
const flag = (reason: string) => ({ actionType: 'FLAG', reason });
const [TOXIC, SPAM] = [flag('COMMENT_DETECTED_TOXIC'), flag('COMMENT_DETECTED_SPAM')];

describe('what Coral is told', () => {
  it.each([
    ['published', 'CLEAN', [found('toxicity', 'none')], {}],
    ['held', 'R', [found('insult', 'hold')], { status: 'SYSTEM_WITHHELD', actions: [TOXIC] }],
    [
      ...(['held', 'R'] as const),
      [found('spam', 'hold'), found('flood', 'hold'), found('threat', 'hold')],
      { status: 'SYSTEM_WITHHELD', actions: [SPAM, TOXIC] },
    ],
    ['rejected', 'R', [found('blocked-link', 'reject')], { status: 'REJECTED', actions: [SPAM] }],
    ['rejected', 'R', [found('banned-word', 'reject')], { status: 'REJECTED' }],
    ['held', 'CHECK_FAILED', [found(null, 'hold')], { status: 'SYSTEM_WITHHELD' }],
    ['held', 'REVIEW_FIRST', [found('spam', 'none')], { status: 'PREMOD' }],
    ['held', 'COMMENTS_CLOSED', [], { status: 'PREMOD' }],
  ] as const)('of what is %s for %s', (status, reason, findings, expected) => {
    expect(phaseAnswer({ status, reason, findings })).toEqual(expected);
  });
});
