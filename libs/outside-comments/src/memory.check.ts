import { type Check, isNearDuplicate, type Signal } from '#moderation';
import type { BlindedComment } from './blinded-comment.js';
import { isKnownSpammer, type SpamRecord } from './known-spammer.js';
import type { Recalled, RecalledText } from './memory.js';

/** What the memory holds against a comment. */
export interface MemoryFacts {
  comment: BlindedComment;
  recalled: Recalled;
  /** Whether a field was filled in that people do not see. */
  trapped: boolean;
  /** How many authors may share a page before it is a campaign. */
  maximumAuthors: number;
}

interface Sign {
  name: string;
  /** How probable the sign alone makes spam, 0 to 1. */
  weight: number;
  holds: (facts: MemoryFacts) => boolean;
}

/** Offices and mobile networks share addresses: one report does not condemn them. */
const REPORTS_OF_ADDRESS = 2;

const SIGNS: readonly Sign[] = [
  // As sure as one can be without reading it.
  { name: 'a text that was reported as spam', weight: 0.97, holds: isKnownText },
  { name: 'an author who was reported for spam', weight: 0.9, holds: by('author', 1) },
  { name: 'a page that was reported for spam', weight: 0.9, holds: by('page', 1) },
  // Browsers that fill in forms by themselves fall into traps as well.
  { name: 'a hidden field that was filled in', weight: 0.9, holds: ({ trapped }) => trapped },
  {
    name: 'an address that was reported for spam',
    weight: 0.8,
    holds: by('address', REPORTS_OF_ADDRESS),
  },
  {
    name: 'a page that several authors name as theirs',
    weight: 0.8,
    holds: ({ recalled, maximumAuthors }) => recalled.records.page_authors > maximumAuthors,
  },
];

function by(who: 'author' | 'address' | 'page', atLeast: number): Sign['holds'] {
  return ({ recalled: { records } }) => {
    const record: SpamRecord = {
      spam: records[`${who}_spam`],
      ham: records[`${who}_ham`],
      passed: records[`${who}_passed`],
    };
    return isKnownSpammer(record, atLeast);
  };
}

/** Short texts are everybody's: they have no SimHash, and say nothing. */
function isKnownText({ comment: { text }, recalled }: MemoryFacts): boolean {
  const { simHash, textHash } = text;
  if (simHash === null) return false;
  const isNear = (other: RecalledText): boolean =>
    BigInt(other.text_hash) === textHash ||
    (other.sim_hash !== null && isNearDuplicate(BigInt(other.sim_hash), simHash));
  const told = recalled.texts.filter((other) => other.kind === 'told' && isNear(other));
  const spam = told.filter((other) => other.told === 'spam').length;
  return isKnownSpammer({ spam, ham: told.length - spam, passed: 0 });
}

/** A check of what is remembered of one comment's text, author, address and page. */
export function memoryCheck(facts: MemoryFacts): Check {
  const run = (): Signal[] => {
    const found = SIGNS.filter(({ holds }) => holds(facts));
    if (found.length === 0) return [];
    const score = Math.max(...found.map(({ weight }) => weight));
    const signs = found.map(({ name }) => name).join(', ');
    return [{ label: 'spam', score, spans: [], reason: 'SPAM_SIGNS', details: { signs } }];
  };
  return { name: 'memory', version: '1', run };
}
