import { noChanges } from '../normalize/changes.js';
import type { NormalizedText } from '../normalize/normalizer.js';

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** A text as the normalizer gives one that it has nothing to undo in: plain letters in lower case, unit for unit. */
export function plainText(original: string): NormalizedText {
  const lower = original.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const at = Array.from({ length: lower.length }, (_, index) => index);
  return {
    units: Uint16Array.from(at, (index) => lower.charCodeAt(index)),
    length: lower.length,
    starts: Int32Array.from(at),
    ends: Int32Array.from(at, (index) => index + 1),
    changes: {
      ...noChanges(),
      letters: countOf(original, /[a-z]/gi),
      upperCase: countOf(original, /[A-Z]/g),
    },
  };
}
