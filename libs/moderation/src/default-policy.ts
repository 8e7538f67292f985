import type { Label, Policy, RateLimit, Threshold } from '#contract';

const never: Threshold = { hold: null, reject: null };
const holdFrom = (hold: number): Threshold => ({ hold, reject: null });
const rejectFrom = (reject: number): Threshold => ({ hold: null, reject });

const THRESHOLDS: Record<Label, Threshold> = {
  // A model is wrong about counter-speech and quotations: a person decides, except where waiting does harm. Made for the
  // classifier's own scores, which are probabilities: from 0.9 on it holds 0.6% of the civil comments under news articles
  // that it was tried on and 0.1% of those on talk pages (`npm run policy-holds`).
  toxicity: holdFrom(0.9),
  'severe-toxicity': { hold: 0.5, reject: 0.98 },
  insult: holdFrom(0.8),
  obscene: holdFrom(0.85),
  // Both are so rare that the classifier is seldom sure. Of 22,000 civil comments two scored 0.2 as a threat and none
  // 0.3 as an attack, and one chance in five of a threat is worth a look.
  threat: { hold: 0.2, reject: 0.98 },
  'identity-attack': holdFrom(0.3),
  // One strong sign in a new author's comment, or two in anybody's. Never rejected: the signs of swindlers are shared by
  // honest people with a band or a shop.
  spam: holdFrom(0.7),
  // 1 is one link more than `links.maximum`.
  'link-count': holdFrom(1),
  // Somebody put the host on the list: there is nothing left to decide.
  'blocked-link': rejectFrom(1),
  'banned-word': rejectFrom(1),
  'suspect-word': holdFrom(1),
  // Slurs are 1, strong obscenities 0.8; `damn` and words with a second meaning stay below.
  profanity: holdFrom(0.7),
  // The very same text again, or one with a word or two changed.
  'repeat-by-author': holdFrom(0.9),
  // 1 is one author more than `repeat.maximumAuthors`.
  'repeat-across-authors': holdFrom(1),
  // 1 is one comment over the limit.
  flood: holdFrom(1),
  'author-banned': rejectFrom(1),
  'author-suspended': rejectFrom(1),
  'author-premoderated': holdFrom(1),
  // Found only where `holdNewAuthors` asks for it.
  'author-new': holdFrom(1),
  // Bad manners, noted for who reads the comment anyway.
  capitals: never,
  // Nothing but random keys, one character or punctuation. What has some sense in it scores less and is only noted, for
  // the check knows few languages.
  gibberish: holdFrom(0.9),
  // Noted: most of what nobody can score is civil. A newsroom that has nobody to read such languages holds them from 1.
  'not-scored': never,
};

/** Six comments in a minute are faster than anybody writes, sixty in an hour more than anybody reads. */
const AUTHOR_LIMIT: RateLimit = { perMinute: 6, perHour: 60 };
/** A school, an office or a mobile network shares one address. */
const ADDRESS_LIMIT: RateLimit = { perMinute: 20, perHour: 200 };
/** A big story is no attack. */
const ARTICLE_LIMIT: RateLimit = { perMinute: null, perHour: null };

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}

/** The policy of a site that has written none: open, and cautious where a mistake cannot be taken back. Frozen; copy it to change it. */
export const DEFAULT_POLICY: Policy = deepFreeze<Policy>({
  mode: 'publish-first',
  // What could not be checked is not shown: the promise to the reader before the promise to the writer.
  failSafe: 'hold',
  // Time to mend a slip before most have read it.
  editWindowSeconds: 300,
  // Most first comments are fine, and a wait is how newcomers are lost.
  holdNewAuthors: false,
  // Works before the site has set up anything; the checks know that nobody vouches for such an author.
  anonymous: true,
  // Who can ask beforehand can also try how far to go: the newsroom should want that.
  nudge: false,
  thresholds: THRESHOLDS,
  // Two sources make an argument; three are rare outside of spam.
  links: { allow: [], block: [], maximum: 2 },
  words: { banned: [], suspect: [], allowed: [], profanity: true },
  // A day covers a story's life; two other authors may quote the same slogan.
  repeat: { windowHours: 24, maximumAuthors: 2 },
  flood: { author: AUTHOR_LIMIT, address: ADDRESS_LIMIT, article: ARTICLE_LIMIT },
  // One reader may have a bad day and two may be friends; three who do not know each other saw something. More would
  // leave a comment under a quiet article up for ever.
  reports: { threshold: 3 },
  // Checks are wrong now and then, and nobody knows better than who wrote it.
  appeals: true,
});
