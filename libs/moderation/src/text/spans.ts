import type { TextSpan } from '#contract';

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

function splitsPair(text: string, offset: number): boolean {
  return (
    offset > 0 &&
    offset < text.length &&
    isLowSurrogate(text.charCodeAt(offset)) &&
    isHighSurrogate(text.charCodeAt(offset - 1))
  );
}

/** Puts spans into the form that findings promise: whole characters inside the text, in order, not overlapping, none empty. */
export function tidySpans(text: string, spans: readonly TextSpan[]): TextSpan[] {
  const sorted = spans
    .map(({ start, end }) => ({
      start: splitsPair(text, start) ? start - 1 : Math.max(0, start),
      end: splitsPair(text, end) ? end + 1 : Math.min(text.length, end),
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const tidy: TextSpan[] = [];
  for (const span of sorted) {
    const last = tidy.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else tidy.push(span);
  }
  return tidy;
}

/** Whether `outer` holds all of `inner`. */
export function covers(outer: TextSpan, inner: TextSpan): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
