import type { WeighedRun } from './model/language-model.js';
import type { NormalizedText } from './normalize/normalizer.js';

/** A piece of a text that carries its score. */
export interface WeighedSpan {
  /** UTF-16 offsets in the text as it was given, whole words; `end` is exclusive. */
  start: number;
  end: number;
  /** How probable it is that readers would mark the piece as what makes the text toxic, 0 to 1. */
  weight: number;
}

/** The pieces of the original that runs of normalized units came from, in order, those that touch made one. */
export function toOriginalSpans(
  runs: readonly WeighedRun[],
  { starts, ends }: NormalizedText,
): WeighedSpan[] {
  const spans: WeighedSpan[] = [];
  for (const { start, end, weight } of runs) {
    const from = starts[start] as number;
    const to = ends[end - 1] as number;
    const last = spans.at(-1);
    if (last && from <= last.end) {
      last.end = Math.max(last.end, to);
      last.weight = Math.max(last.weight, weight);
    } else spans.push({ start: from, end: to, weight });
  }
  return spans;
}
