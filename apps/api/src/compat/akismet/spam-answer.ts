import type { Finding, Label } from '#contract';
import type { OutsideVerdict } from '#outside-comments';

/** `discard`: such blatant spam that nobody needs to see it. */
export type SpamAnswer = 'ham' | 'spam' | 'discard';

/**
 * What Akismet's clients mean by spam. They know no comments that a person should look at first, and so what
 * holds a comment here, reject or not, is spam if it is about advertising, its signs, or its author; how
 * somebody speaks is not.
 */
const SPAM = new Set<Label>([
  'spam',
  'link-count',
  'blocked-link',
  // The site's own list: what it will not have under any name.
  'banned-word',
  'repeat-by-author',
  'repeat-across-authors',
  'flood',
  'author-banned',
  'author-suspended',
  'author-premoderated',
  'gibberish',
]);

/** Two checks that are this sure leave no doubt. */
const SURE = 0.9;

/** Why a call is answered before anything is judged. */
export interface SpamAnswerOptions {
  /** Whether the comment has no text of its own, as the sign-up of a user. */
  isBlank: boolean;
  trapped: boolean;
}

/** What to tell a client of a comment. */
export function spamAnswer(
  { findings, told }: Pick<OutsideVerdict, 'findings' | 'told'>,
  { isBlank, trapped }: SpamAnswerOptions,
): SpamAnswer {
  // Nobody knows better than the people of the site.
  if (told !== null) return told;
  const objections = findings.filter((finding) => isSpam(finding, isBlank));
  if (objections.length === 0) return trapped ? 'spam' : 'ham';
  const sure = objections.filter(({ label, score }) => label === 'spam' && (score ?? 0) >= SURE);
  const isListed = objections.some(({ outcome }) => outcome === 'reject');
  return isListed || sure.length > 1 ? 'discard' : 'spam';
}

/** Whether a check could not run, so that the answer may be another one later. */
export function isProvisional({ findings }: Pick<OutsideVerdict, 'findings'>): boolean {
  return findings.some(({ label }) => label === null);
}

function isSpam({ label, outcome, reason }: Finding, isBlank: boolean): boolean {
  if (outcome === 'none' || label === null || !SPAM.has(label)) return false;
  // A busy article is no spam, and no text at all is no gibberish.
  return reason !== 'FLOOD_ON_ARTICLE' && !(label === 'gibberish' && isBlank);
}
