import { finishHash, hashUnit } from './hash.js';
import { Seen } from './seen.js';
import type { SpamTokens } from './spam-tokens.js';
import { TokenKind } from './token-kind.js';

/** N-grams have at most so many tokens. */
const MAX_WORD_GRAM = 3;
const MIN_CHAR_GRAM = 2;
const MAX_CHAR_GRAM = 5;
/** Words longer than this are no words; their beginning is enough. */
const MAX_WORD = 40;
const BOUNDARY = 1;
const WORD_GRAM_SEED = 0x9e3779b9 | 0;
const CHAR_GRAM_SEED = 0x85ebca6b | 0;

/**
 * The n-grams of a comment as 32-bit hashes: of 1 to 3 tokens, each once, and of 2 to 5 characters within words and their
 * boundaries, for each word once, so that saying a thing ten times weighs no more than saying it. The caller masks the
 * hashes to the size of its table. One object serves text after text; nothing is allocated per n-gram.
 */
export class SpamGrams {
  /** Hashes of the n-grams of tokens. */
  wordIds = new Uint32Array(2048);
  /** The last token of each times 4, plus how many tokens it has less one. */
  wordOwners = new Uint32Array(2048);
  wordCount = 0;
  /** Hashes of the n-grams of characters. */
  charIds = new Uint32Array(8192);
  /** The token of each. */
  charOwners = new Uint32Array(8192);
  charCount = 0;
  private readonly seen = new Seen();

  /** Reads the n-grams of a text; time is linear in its length. */
  read(tokens: SpamTokens): void {
    this.reserve(tokens);
    this.wordCount = 0;
    this.charCount = 0;
    const { hashes, kinds, count } = tokens;
    for (let at = 0; at < count; at++) {
      let hash = WORD_GRAM_SEED;
      for (let size = 0; size < MAX_WORD_GRAM && size <= at; size++) {
        hash = finishHash(hashUnit(hash, hashes[at - size] as number));
        const isNew = this.addWord(hash, at * 4 + size);
        if (size === 0 && isNew && kinds[at] === TokenKind.word) this.readChars(tokens, at);
      }
    }
  }

  private reserve({ count, text }: SpamTokens): void {
    const words = count * MAX_WORD_GRAM;
    this.seen.reset(words);
    if (words > this.wordIds.length) {
      this.wordIds = new Uint32Array(words * 2);
      this.wordOwners = new Uint32Array(words * 2);
    }
    const chars = (text.length + count * 2) * (MAX_CHAR_GRAM - MIN_CHAR_GRAM + 1);
    if (chars > this.charIds.length) {
      this.charIds = new Uint32Array(chars * 2);
      this.charOwners = new Uint32Array(chars * 2);
    }
  }

  private addWord(hash: number, owner: number): boolean {
    if (!this.seen.add(hash)) return false;
    this.wordIds[this.wordCount] = hash;
    this.wordOwners[this.wordCount++] = owner;
    return true;
  }

  private readChars({ text: { units }, starts, ends }: SpamTokens, token: number): void {
    const { charIds, charOwners } = this;
    const start = starts[token] as number;
    const end = Math.min(ends[token] as number, start + MAX_WORD);
    let written = this.charCount;
    for (let first = start - 1; first < end; first++) {
      let hash = hashUnit(CHAR_GRAM_SEED, first < start ? BOUNDARY : (units[first] as number));
      const stop = Math.min(first + MAX_CHAR_GRAM, end + 1);
      for (let at = first + 1; at < stop; at++) {
        hash = hashUnit(hash, at < end ? (units[at] as number) : BOUNDARY);
        charIds[written] = (hash ^ (hash >>> 15)) >>> 0;
        charOwners[written++] = token;
      }
    }
    this.charCount = written;
  }
}
