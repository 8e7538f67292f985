import { type Keep, keptJson } from './keep.js';

interface Draft {
  text: string;
  /** The idempotency key, once it was sent. */
  key?: string;
  /** What was sent under the key, all of it. */
  sent?: string;
}

/** Where a draft belongs: below an article, or a comment there. */
export interface DraftPlace {
  siteKey: string;
  article: string;
  parentId: string | null;
}

/**
 * What the reader has begun to write, and the key under which it is sent. The key stays the same for
 * as long as what is sent does: a double click, a try after a lost answer and a try after a reload
 * all post the one comment.
 */
export class Drafts {
  constructor(
    private readonly keep: Keep,
    private readonly newKey: () => string,
  ) {}

  text(place: DraftPlace): string {
    return this.read(place).text;
  }

  write(place: DraftPlace, text: string): void {
    const draft = { ...this.read(place), text };
    this.keep.set(nameOf(place), text === '' ? null : JSON.stringify(draft));
  }

  /** @param content all that is sent: the service refuses a key that comes with something else. */
  keyFor(place: DraftPlace, content: unknown): string {
    const draft = this.read(place);
    const sent = JSON.stringify(content);
    const key = draft.key !== undefined && draft.sent === sent ? draft.key : this.newKey();
    this.keep.set(nameOf(place), JSON.stringify({ ...draft, key, sent }));
    return key;
  }

  forget(place: DraftPlace): void {
    this.keep.set(nameOf(place), null);
  }

  private read(place: DraftPlace): Draft {
    return (keptJson(this.keep, nameOf(place)) as Draft | null) ?? { text: '' };
  }
}

function nameOf({ siteKey, article, parentId }: DraftPlace): string {
  return `moderato:draft:${siteKey}:${article}:${parentId ?? ''}`;
}
