import { SpamFeatures } from './spam-features.js';
import { SpamGrams } from './spam-grams.js';
import { SpamTokens } from './spam-tokens.js';

/** A text as the model sees it; valid until the next text is read. */
export interface SpamReading {
  readonly tokens: SpamTokens;
  readonly features: SpamFeatures;
  readonly grams: SpamGrams;
}

const READING: SpamReading = {
  tokens: new SpamTokens(),
  features: new SpamFeatures(),
  grams: new SpamGrams(),
};

/** Reads a text into the one reading that there is: its arrays are used again, since a worker reads thousands a second. */
export function readSpam(text: string): SpamReading {
  READING.tokens.read(text);
  READING.features.read(READING.tokens);
  READING.grams.read(READING.tokens);
  return READING;
}
