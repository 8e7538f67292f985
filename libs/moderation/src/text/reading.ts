import { findLinks, type FoundLinks } from '../links/find-links.js';
import { type FoldedText, foldPlainText } from '../words/fold-text.js';
import { type PlainText, plainText } from './plain-text.js';

/** One body as several checks need it; each part is made when first asked for. */
export class TextReading {
  readonly plain: PlainText;
  private foldedText: FoldedText | undefined;
  private foundLinks: FoundLinks | undefined;

  constructor(body: string) {
    this.plain = plainText(body);
  }

  get folded(): FoldedText {
    this.foldedText ??= foldPlainText(this.plain);
    return this.foldedText;
  }

  get links(): FoundLinks {
    this.foundLinks ??= findLinks(this.plain);
    return this.foundLinks;
  }
}

const readings = new WeakMap<{ readonly body: string }, TextReading>();

/** Reads a comment's body, once for all checks that look at the same comment. */
export function readText(comment: { readonly body: string }): TextReading {
  let reading = readings.get(comment);
  if (!reading) {
    reading = new TextReading(comment.body);
    readings.set(comment, reading);
  }
  return reading;
}
