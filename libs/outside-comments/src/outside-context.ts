import {
  type CheckContext,
  isNearDuplicate,
  type ObservedRate,
  type RecentText,
  standingOf,
} from '#moderation';
import type { VersionedPolicy } from '#policies';
import type { BlindedComment } from './blinded-comment.js';
import { isKnownHonest } from './known-spammer.js';
import type { Recalled, RecalledText, RecordRow } from './memory.js';
import type { OutsideComment } from './outside-comment.js';

/** What a context is made of. */
export interface OutsideSubject {
  comment: OutsideComment;
  blinded: BlindedComment;
  policy: VersionedPolicy;
  recalled: Recalled;
}

/** What the checks look at: the same as for a comment of our own, from what is remembered. */
export function contextOf({ comment, blinded, policy, recalled }: OutsideSubject): CheckContext {
  const { body, language } = comment;
  const { id, createdAt, text, article } = blinded;
  const { records, texts } = recalled;
  const of = (kind: RecalledText['kind']): RecalledText[] =>
    texts.filter((earlier) => earlier.kind === kind);
  const own = comment.again
    ? of('author').filter((one) => !isVersionOf(one, blinded))
    : of('author');
  const rate = (who: 'author' | 'address' | 'article'): ObservedRate => ({
    // With the comment itself.
    perMinute: records[`${who}_minute`] + 1,
    perHour: records[`${who}_hour`] + 1,
  });
  return {
    // The moment at which it was written: what is asked about late finds the same as it would have then.
    now: createdAt,
    policy: policy.policy,
    words: policy.words,
    comment: {
      ...{ id, revision: 1, body, createdAt, parentId: null, authorName: comment.author.name },
      ...(language !== undefined && { language }),
      ...{ articleId: nameOf(article) ?? '', textHash: text.textHash, simHash: text.simHash },
    },
    author: authorOf(blinded, own, records),
    recent: { byAuthor: own.map(recentText), byOthers: of('others').map(recentText) },
    rates: {
      author: blinded.author === null ? null : rate('author'),
      address: blinded.address === null ? null : rate('address'),
      article: rate('article'),
    },
  };
}

/** Whether an earlier comment is this one, or what it was before it was changed. */
function isVersionOf(earlier: RecalledText, { article, text }: BlindedComment): boolean {
  if (nameOf(earlier.article_hash) !== nameOf(article)) return false;
  if (BigInt(earlier.text_hash) === text.textHash) return true;
  if (earlier.sim_hash === null || text.simHash === null) return false;
  return isNearDuplicate(BigInt(earlier.sim_hash), text.simHash);
}

/** Reports count as what they are; without one, what became of a comment does. */
function fateOf({ told, status }: RecalledText): RecalledText['status'] {
  if (told !== null) return told === 'spam' ? 'rejected' : 'published';
  return status;
}

function authorOf(
  { author, createdAt }: BlindedComment,
  own: readonly RecalledText[],
  records: RecordRow,
): CheckContext['author'] {
  const count = (fate: RecalledText['status']): number =>
    own.filter((earlier) => fateOf(earlier) === fate).length;
  const published = count('published');
  // Reports of an address speak against those who write from it, also under another name.
  const rejected = Math.max(count('rejected'), records.address_spam);
  const record = { override: null, suspendedUntil: null, vouched: false, published, rejected };
  const { author_spam: spam, author_ham: ham, author_passed: passed } = records;
  const isTrusted = isKnownHonest({ spam, ham, passed });
  return {
    id: nameOf(author),
    standing: isTrusted ? 'trusted' : standingOf(record, createdAt),
    suspendedUntil: null,
    ...{ published, held: count('held'), rejected },
    firstSeenAt: records.first_seen_at ?? createdAt,
  };
}

function recentText(earlier: RecalledText): RecentText {
  const {
    id,
    article_hash: article,
    author_hash: author,
    text_hash: text,
    sim_hash: sim,
  } = earlier;
  return {
    commentId: id,
    articleId: nameOf(article) ?? '',
    authorId: nameOf(author),
    textHash: BigInt(text),
    simHash: sim === null ? null : BigInt(sim),
    createdAt: earlier.created_at,
  };
}

function nameOf(hash: Buffer): string;
function nameOf(hash: Buffer | null): string | null;
function nameOf(hash: Buffer | null): string | null {
  return hash?.toString('hex') ?? null;
}
