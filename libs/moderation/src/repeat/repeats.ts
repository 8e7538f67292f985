import type { CheckContext, RecentText } from '../check.js';
import { comparableText } from '../text/comparable-text.js';
import { readText } from '../text/reading.js';
import { isNearDuplicate } from '../text-fingerprint.js';

/** Earlier comments with the text of the checked one. */
export interface Repeats {
  byAuthor: { exact: RecentText[]; near: RecentText[] };
  /** How many other authors posted the text or nearly the text; each anonymous comment counts as an author. */
  otherAuthors: number;
}

/** `Thanks!`, `Agreed`: one author says it under many articles. In letters, digits and emoji. */
const SHORT_FOR_ONE_AUTHOR = 20;
/** `Thoughts and prayers to the family`: many authors say it. */
const SHORT_FOR_MANY_AUTHORS = 32;

const HOUR_MS = 3_600_000;

type Likeness = 'exact' | 'near' | 'different';

function likeness(comment: CheckContext['comment'], other: RecentText): Likeness {
  if (comment.textHash === other.textHash) return 'exact';
  if (comment.simHash === null || other.simHash === null) return 'different';
  return isNearDuplicate(comment.simHash, other.simHash) ? 'near' : 'different';
}

function within(context: CheckContext, texts: readonly RecentText[]): RecentText[] {
  const since = context.now.getTime() - context.policy.repeat.windowHours * HOUR_MS;
  return texts.filter(
    ({ commentId, createdAt }) => commentId !== context.comment.id && createdAt.getTime() >= since,
  );
}

function countAuthors(context: CheckContext, copies: readonly RecentText[]): number {
  const known = new Set<string>();
  let anonymous = 0;
  for (const { authorId } of copies) {
    if (authorId === null) anonymous++;
    else if (authorId !== context.author.id) known.add(authorId);
  }
  return known.size + anonymous;
}

/** Finds what the checked comment repeats, within the policy's window. */
export function repeatsOf(context: CheckContext): Repeats {
  const { comment, recent } = context;
  const earlier = within(context, recent.byAuthor);
  const others = within(context, recent.byOthers);
  if (earlier.length + others.length === 0)
    return { byAuthor: { exact: [], near: [] }, otherAuthors: 0 };
  // A short text with a link is an advertisement, not a courtesy.
  const hasLink = readText(comment).links.links.length > 0;
  const length = hasLink ? Infinity : comparableText(comment.body).all.length;
  const own =
    length < SHORT_FOR_ONE_AUTHOR
      ? earlier.filter((one) => one.articleId === comment.articleId)
      : earlier;
  const copies =
    length < SHORT_FOR_MANY_AUTHORS
      ? []
      : others.filter((other) => likeness(comment, other) !== 'different');
  return {
    byAuthor: {
      exact: own.filter((one) => likeness(comment, one) === 'exact'),
      near: own.filter((one) => likeness(comment, one) === 'near'),
    },
    otherAuthors: countAuthors(context, copies),
  };
}
