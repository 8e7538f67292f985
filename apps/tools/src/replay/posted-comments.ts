import { createHash } from 'node:crypto';
import type { Row } from './row.js';

/** The id that a row's comment got, or `null` if it was refused; a promise while the service has not answered. */
type PostedId = string | null | Promise<string | null>;

/** Remembers which rows became which comments, so that replies find their parents; holds hashes and ids, no text. */
export class PostedComments {
  private readonly ids = new Map<string, PostedId>();

  /** Notes a row that is being posted. Rows must be noted in the order of the file. */
  note(row: Row, posted: Promise<string | null>): void {
    const keys = [row.text, row.id]
      .filter((name) => name !== undefined)
      .map((name) => keyOf(row.article, name));
    for (const key of keys) this.ids.set(key, posted);
    const keep = (id: string | null): void => {
      for (const key of keys) if (this.ids.get(key) === posted) this.ids.set(key, id);
    };
    posted.then(keep, () => keep(null));
  }

  /** The comment that a row replies to; waits while the parent is being posted. `null` if there is none. */
  async parentOf(row: Row): Promise<string | null> {
    if (row.parent === undefined) return null;
    return (await this.ids.get(keyOf(row.article, row.parent))) ?? null;
  }
}

function keyOf(article: string | undefined, name: string): string {
  const hash = createHash('sha256').update(`${article ?? ''}\0${name}`);
  return hash.digest('base64url').slice(0, 16);
}
