import type { DecideResult, ReviewConflict, ReviewItem } from '#contract';

/** A held comment as the service would give it. */
export function reviewItem(id: string, change: Partial<ReviewItem> = {}): ReviewItem {
  return {
    id,
    version: 1,
    kind: 'held',
    comment: {
      id: `comment-${id}`,
      site: { id: 'site', name: 'Courier' },
      status: 'held',
      revision: 1,
      body: `Comment ${id}`,
      authorName: 'reader-01',
      createdAt: '2026-11-22T10:00:00.000Z',
      editedAt: null,
      language: 'en',
      article: { id: 'bridge', title: 'The bridge', url: null, section: 'city', published: 3 },
      parent: null,
    },
    author: null,
    reason: 'REVIEW_FIRST',
    details: {},
    explanation: 'The policy has a moderator see every comment before it is published.',
    label: null,
    score: null,
    spans: [],
    findings: [],
    policyVersion: 1,
    reports: null,
    appeal: null,
    rejection: null,
    notes: [],
    campaign: null,
    claim: null,
    decision: null,
    openedAt: '2026-11-22T10:00:01.000Z',
    ...change,
  };
}

/** What the service answers when it has decided all of these. */
export function decided(ids: readonly string[], change: Partial<DecideResult> = {}): DecideResult {
  return {
    id: `batch-${ids.join('-')}`,
    decided: ids.map((id) => ({ id, version: 2, status: 'published' })),
    conflicts: [],
    undoableUntil: '2026-11-22T10:02:00.000Z',
    ...change,
  };
}

/** What the service says of item `a` when somebody was faster. */
export function conflictWith(change: Partial<ReviewConflict>): ReviewConflict {
  return {
    ...{ id: 'a', code: 'DECIDED', detail: 'Somebody was faster.', by: null, action: null },
    ...{ at: null, version: 2 },
    ...change,
  };
}
