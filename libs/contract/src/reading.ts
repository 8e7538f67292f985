import type { CommentStatus } from './comment-status.js';
import type { Label } from './finding.js';

/** Orders of a thread's top comments; replies always stand oldest first. `best` is by the lower bound of the Wilson score of likes. */
export const THREAD_SORTS = ['newest', 'oldest', 'best'] as const;
export type ThreadSort = (typeof THREAD_SORTS)[number];

/** What a reader can say about a comment with one touch; each once. */
export const REACTIONS = ['like', 'dislike', 'thanks', 'funny'] as const;
export type Reaction = (typeof REACTIONS)[number];

/** What a site says about an author beside the name. */
export const BADGES = ['staff', 'journalist', 'expert'] as const;
export type Badge = (typeof BADGES)[number];

/** A comment as readers see it. */
export interface ThreadComment {
  id: string;
  parentId: string | null;
  author: { name: string | null; badge: Badge | null };
  /** Plain text. */
  body: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; `null` if never edited. */
  editedAt: string | null;
  revision: number;
  reactions: Partial<Record<Reaction, number>>;
  pinned: boolean;
  featured: boolean;
  replies: ReplyList;
  /** Only for a reader who is known: what is theirs. */
  own?: {
    /** `pending` and `held` are shown to their author alone. */
    status: CommentStatus;
    /** ISO 8601; until when it can be edited; `null` when that is over. */
    editableUntil: string | null;
    /** Why it was rejected, in the newsroom's words. */
    rejection: { title: string; text: string } | null;
  };
  /** The reader's reactions; only for a reader who is known. */
  reacted?: Reaction[];
}

/** So many replies are counted; where there are more, nobody waits for their number. */
export const COUNTED_REPLIES = 1000;

/** The replies of a comment, as far as they were asked for. */
export interface ReplyList {
  /** How many are shown below it, at any depth; {@link COUNTED_REPLIES} for so many or more. */
  total: number;
  comments: ThreadComment[];
  /** Gives the next ones of this thread; `null` when there are no more. */
  next: string | null;
}

/** A page of the comments under an article. */
export interface ThreadPage {
  article: {
    /** The site's own id. */
    id: string;
    /** Comments shown in all. */
    count: number;
    /** Whether it takes no more. */
    closed: boolean;
    title: string | null;
    url: string | null;
  };
  sort: ThreadSort;
  /** Pinned ones first, on the first page. */
  comments: ThreadComment[];
  next: string | null;
  /** What the policy allows a reader here. */
  rules: {
    anonymous: boolean;
    editWindowSeconds: number;
    maximumCharacters: number;
    nudge: boolean;
    reactions: Reaction[];
  };
  /** Who reads, if that is known. */
  reader: { name: string | null; anonymous: boolean } | null;
}

/** What an article's stream tells. */
export type ArticleEvent =
  /** A comment is shown, hidden or changed: the page reads it again. */
  | { type: 'comment'; id: string; parentId: string | null; shown: boolean }
  | { type: 'count'; article: string; count: number }
  /** The stream cannot be resumed from there: read everything again. */
  | { type: 'reset' };

/** What the checks think of a comment that is not posted yet. */
export interface CommentPreview {
  status: 'published' | 'held' | 'rejected';
  /** One sentence for the reader; `null` when nothing objects. */
  hint: string | null;
  /** What it is about, for pages that say it in the reader's language; `null` when the reader need not know. */
  about: Label | null;
  /** UTF-16 offsets of the words that object, in order, not overlapping. */
  spans: { start: number; end: number }[];
}

/** How a newsroom sets a comment off. */
export interface Placement {
  /** Above all others of its article; top comments only. */
  pinned: boolean;
  /** With a mark. */
  featured: boolean;
}
