import type { CommentPreview, ThreadPage, ThreadSort } from '#contract';
import type { Authorships } from './service/authorships.js';
import type { Article, CommentsService } from './service/comments-service.js';
import type { DraftPlace, Drafts } from './service/drafts.js';
import { Failure } from './service/failure.js';
import type { Keep } from './service/keep.js';
import { EMPTY_THREAD, type Thread } from './state/thread.js';
import type { Phrases } from './strings/phrases.js';

/** A field in which the reader writes: a new comment, a reply, or another text for one's own. */
export interface Composer {
  /** Its name: `new`, `reply-<id>`, `edit-<id>`. */
  place: string;
  parentId: string | null;
  /** The comment that is changed. */
  edits: string | null;
  text: string;
  phase: 'idle' | 'looking' | 'nudged' | 'sending';
  failure: Failure | null;
  preview: CommentPreview | null;
}

/** A question that stands before the page. */
export interface Dialog {
  kind: 'report' | 'remove' | 'appeal';
  id: string;
  phase: 'asking' | 'sending' | 'done';
  failure: Failure | null;
}

/** What is shown beside the comments themselves. Never changed in place. */
export interface Screen {
  phase: 'loading' | 'ready' | 'failed';
  failure: Failure | null;
  sort: ThreadSort;
  /** The comment whose thread is shown alone. */
  focus: string | null;
  composers: Readonly<Record<string, Composer>>;
  /** What is being asked for: `top`, or the id of a comment. */
  busy: ReadonlySet<string>;
  /** What went wrong there. */
  failures: Readonly<Record<string, Failure>>;
  dialog: Dialog | null;
  online: boolean;
  /** Long comments that are shown whole. */
  expanded: ReadonlySet<string>;
  /** What came in or was settled since the page was opened. */
  marked: ReadonlySet<string>;
}

/** What the discussion asks of the element that shows it. */
export interface Host {
  changed(): void;
  /** Tells the page, as the event `moderato:<name>`. */
  emit(name: string, detail: Record<string, unknown>): void;
  /** Tells those who listen to the page instead of seeing it. */
  say(text: string): void;
  /** Moves the keyboard to the part of that id once it is there. */
  focus(id: string): void;
}

export interface Parts {
  article: Article;
  service: CommentsService;
  drafts: Drafts;
  authorships: Authorships;
  keep: Keep;
  phrases: Phrases;
  host: Host;
}

const SCREEN: Screen = {
  phase: 'loading',
  failure: null,
  sort: 'newest',
  focus: null,
  composers: {},
  busy: new Set(),
  failures: {},
  dialog: null,
  online: true,
  expanded: new Set(),
  marked: new Set(),
};

/** Until the page was read, nothing is allowed. */
const NO_RULES: ThreadPage['rules'] = {
  anonymous: false,
  editWindowSeconds: 0,
  maximumCharacters: 0,
  nudge: false,
  reactions: [],
};

const NAME = 'moderato:name';

/** The comments of one article in front of one reader. */
export class Discussion {
  thread: Thread = EMPTY_THREAD;
  screen: Screen;
  /** The reader's clock, as of the last change or tick. */
  now = Date.now();
  /** Set when the element shows another article: late answers change nothing. */
  closed = false;

  readonly article: Article;
  readonly service: CommentsService;
  readonly drafts: Drafts;
  readonly authorships: Authorships;
  readonly keep: Keep;
  readonly phrases: Phrases;
  readonly host: Host;

  constructor(parts: Parts, sort: ThreadSort) {
    this.article = parts.article;
    this.service = parts.service;
    this.drafts = parts.drafts;
    this.authorships = parts.authorships;
    this.keep = parts.keep;
    this.phrases = parts.phrases;
    this.host = parts.host;
    this.screen = { ...SCREEN, sort, online: navigator.onLine };
  }

  /** What the policy allows a reader here. */
  get rules(): ThreadPage['rules'] {
    return this.thread.page?.rules ?? NO_RULES;
  }

  /** Takes the change over, unless nobody looks any more. */
  change(change: (thread: Thread) => Thread): void {
    if (this.closed) return;
    this.now = Date.now();
    this.thread = change(this.thread);
    this.host.changed();
  }

  show(change: Partial<Screen>): void {
    if (this.closed) return;
    this.now = Date.now();
    this.screen = { ...this.screen, ...change };
    this.host.changed();
  }

  /** Changes a composer; `null` closes it. */
  compose(place: string, change: Partial<Composer> | null): void {
    const { [place]: before, ...others } = this.screen.composers;
    if (change === null) this.show({ composers: others });
    else if (before) this.show({ composers: { ...others, [place]: { ...before, ...change } } });
  }

  /** Tells a comment from the rest, for as long as the page stays. */
  mark(...ids: string[]): void {
    this.show({ marked: new Set([...this.screen.marked, ...ids]) });
  }

  /** Does one thing at a time in each place, and keeps what went wrong there. */
  async attempt(place: string, work: () => Promise<void>): Promise<void> {
    if (this.screen.busy.has(place)) return;
    const { [place]: _, ...failures } = this.screen.failures;
    this.show({ busy: new Set([...this.screen.busy, place]), failures });
    try {
      await work();
    } catch (error) {
      const failure = asFailure(error);
      this.show({ failures: { ...this.screen.failures, [place]: failure } });
      this.host.emit('error', { code: failure.code });
    } finally {
      this.show({ busy: new Set([...this.screen.busy].filter((other) => other !== place)) });
    }
  }

  /** The name that the reader gave last, for those who are not signed in. */
  get name(): string {
    return this.keep.get(NAME) ?? '';
  }

  set name(name: string) {
    this.keep.set(NAME, name === '' ? null : name);
    this.host.changed();
  }

  draftPlace(parentId: string | null): DraftPlace {
    const { article, service } = this;
    return { siteKey: service.connection.siteKey, article: article.id, parentId };
  }
}

/** What is no failure of the service is one of ours, and shown as such. */
export function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('INTERNAL_ERROR', String(error));
}
