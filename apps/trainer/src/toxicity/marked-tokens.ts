import type { NormalizedText, TokenBuffer } from '#classifier';

/**
 * Which tokens people marked, given the offsets of the characters that they marked. The set counts in code points, the product
 * in UTF-16 units.
 */
export function markedTokens(
  text: NormalizedText,
  tokens: TokenBuffer,
  original: string,
  spans: readonly number[],
): Uint8Array {
  const marked = markedUnits(original, spans);
  return Uint8Array.from({ length: tokens.count }, (_, index) => {
    const from = text.starts[tokens.starts[index] as number] as number;
    const to = text.ends[(tokens.ends[index] as number) - 1] as number;
    return marked.subarray(from, to).includes(1) ? 1 : 0;
  });
}

function markedUnits(original: string, spans: readonly number[]): Uint8Array {
  const marked = new Uint8Array(original.length);
  const chosen = new Set(spans);
  let unit = 0;
  let codePoint = 0;
  for (const character of original) {
    if (chosen.has(codePoint)) marked.fill(1, unit, unit + character.length);
    unit += character.length;
    codePoint++;
  }
  return marked;
}
