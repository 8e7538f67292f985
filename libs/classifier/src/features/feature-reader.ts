import type { NormalizedText } from '../normalize/normalizer.js';
import { GramBuffer } from './gram-buffer.js';
import { addShapes } from './shape-grams.js';
import { TokenBuffer } from './token-buffer.js';

/** Reads the features of a text: trainer and scorer share it, so that they see the same. Buffers are reused. */
export class FeatureReader {
  /** The tokens of the piece read last. */
  readonly tokens = new TokenBuffer();
  /** The hashes of its features, with repetitions. */
  readonly grams = new GramBuffer();

  /** `longestGram`: how many tokens in a row make a feature, 2 or 3. */
  constructor(private readonly longestGram: number) {}

  /** Reads the normalized units from `from` to `to`, exclusive. */
  read(text: NormalizedText, original: string, from: number, to: number): void {
    this.readTokens(text, from, to);
    addShapes(text, original, this.tokens, this.grams);
  }

  /** The same without the looks of the text. */
  readTokens(text: NormalizedText, from: number, to: number): void {
    const { tokens, grams } = this;
    tokens.read(text, from, to);
    grams.clear();
    grams.addTokens(text, tokens, this.longestGram);
  }
}
