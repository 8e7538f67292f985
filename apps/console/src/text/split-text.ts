import type { TextSpan } from '#contract';

/** A run of a comment's text that is shown in one way. */
export interface TextPiece {
  text: string;
  /** One of the words that a check pointed at. */
  marked: boolean;
  /** Characters that cannot be seen and change how the rest is read: shown by their code. */
  hidden: boolean;
}

/**
 * What a page must not let into its text: controls, overrides of the writing direction, spaces without
 * width and soft hyphens. Joiners stay, which emoji and Persian need.
 */
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff]+/g;

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

const cutsPair = (text: string, offset: number): boolean =>
  offset > 0 &&
  isLowSurrogate(text.charCodeAt(offset)) &&
  isHighSurrogate(text.charCodeAt(offset - 1));

/** The spans inside the text, in order, joined where they touch, widened so that no character is cut in two. */
export function cleanSpans(text: string, spans: readonly TextSpan[]): TextSpan[] {
  const clipped = spans
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => ({
      start: cutsPair(text, start) ? start - 1 : start,
      end: cutsPair(text, end) ? end + 1 : end,
    }))
    .sort((one, other) => one.start - other.start);
  const joined: TextSpan[] = [];
  for (const span of clipped) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}

function splitHidden(text: string, marked: boolean): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), marked, hidden: false });
    pieces.push({ text: match[0], marked, hidden: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked, hidden: false });
  return pieces;
}

/** Takes a text apart at its spans (UTF-16 offsets); the pieces together are the text again. */
export function splitText(text: string, spans: readonly TextSpan[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { start, end } of cleanSpans(text, spans)) {
    pieces.push(...splitHidden(text.slice(at, start), false));
    pieces.push(...splitHidden(text.slice(start, end), true));
    at = end;
  }
  pieces.push(...splitHidden(text.slice(at), false));
  return pieces;
}

/** `U+202E` for each character, and how often where one is repeated. */
export function nameHidden(text: string): string {
  const codes = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
  const first = codes[0] ?? '';
  if (codes.length > 1 && codes.every((code) => code === first)) return `${first} ×${codes.length}`;
  return codes.join(' ');
}
