import type { TextTokenizer } from './text-tokenizer.js';

/** Tokens that two windows share at most, so that no phrase is only ever seen in halves. */
const OVERLAP = 32;

/** Cuts texts into pieces that a model can take, each framed as the model expects it. */
export class TokenWindows {
  private readonly before: number[];
  private readonly after: number[];
  private readonly room: number;

  /** @param size tokens that the model takes at most, its frame included */
  constructor(
    private readonly tokenizer: TextTokenizer,
    size: number,
  ) {
    const [bare, framed] = [this.encode('a', false), this.encode('a', true)];
    const at = framed.findIndex((_, from) => bare.every((id, i) => framed[from + i] === id));
    this.before = framed.slice(0, at);
    this.after = framed.slice(at + bare.length);
    this.room = Math.max(1, size - this.before.length - this.after.length);
  }

  /** The whole text, in one window or more: a tail that is never looked at is where abuse would hide. */
  of(text: string): number[][] {
    const frame = new Set([...this.before, ...this.after]);
    // A reader who writes "[SEP]" must not end the text with it.
    const ids = this.encode(text, false).filter((id) => !frame.has(id));
    const step = this.room - Math.min(OVERLAP, Math.floor(this.room / 4));
    const windows: number[][] = [];
    let from = -step;
    do {
      from += step;
      windows.push([...this.before, ...ids.slice(from, from + this.room), ...this.after]);
    } while (from + this.room < ids.length);
    return windows;
  }

  private encode(text: string, framed: boolean): number[] {
    return this.tokenizer.encode(text, { add_special_tokens: framed }).ids;
  }
}
