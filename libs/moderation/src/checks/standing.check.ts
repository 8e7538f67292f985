import type { Label } from '#contract';
import type { Check, CheckContext, Signal } from '../check.js';
import type { ReasonCode, ReasonDetails } from '../reasons.js';

function signal(label: Label, reason: ReasonCode, details: ReasonDetails = {}): Signal[] {
  return [{ label, score: 1, spans: [], reason, details: { ...details } }];
}

function run({ author, policy }: CheckContext): Signal[] {
  switch (author.standing) {
    case 'banned':
      return signal('author-banned', 'AUTHOR_BANNED');
    case 'suspended': {
      const until = author.suspendedUntil?.toISOString();
      return signal('author-suspended', 'AUTHOR_SUSPENDED', until === undefined ? {} : { until });
    }
    case 'premoderated':
      return signal('author-premoderated', 'AUTHOR_PREMODERATED');
    case 'new':
      return policy.holdNewAuthors
        ? signal('author-new', 'AUTHOR_NEW', { published: author.published })
        : [];
    case 'known':
    case 'trusted':
      return [];
  }
}

/** Marks the comments of authors whom the site bans, suspends or sees first, and of new ones if the policy asks for it. */
export const standingCheck: Check = { name: 'standing', version: '1', run };
