/** A piece of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** The UTF-16 offsets of the units that the characters at `codePoints` are made of: sets made with Python count code points. */
export function unitsOfCodePoints(text: string, codePoints: readonly number[]): Set<number> {
  const marked = new Set(codePoints);
  const units = new Set<number>();
  let codePoint = 0;
  let unit = 0;
  for (const character of text) {
    for (let part = 0; marked.has(codePoint) && part < character.length; part++) {
      units.add(unit + part);
    }
    codePoint++;
    unit += character.length;
  }
  return units;
}

/**
 * How well spans meet the characters that people marked in one text, 0 to 1: F1 over UTF-16 offsets, 1 where both are empty and
 * 0 where only one is (Pavlopoulos et al. 2021, SemEval-2021 Task 5). The score of a set is the mean over its texts.
 */
export function spanF1(spans: readonly Span[], gold: ReadonlySet<number>): number {
  const marked = new Set<number>();
  for (const { start, end } of spans) {
    for (let offset = start; offset < end; offset++) marked.add(offset);
  }
  if (marked.size === 0 && gold.size === 0) return 1;
  let hits = 0;
  for (const offset of marked) if (gold.has(offset)) hits++;
  return (2 * hits) / (marked.size + gold.size);
}
