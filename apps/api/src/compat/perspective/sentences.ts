import type { TextSpan } from '#contract';

/** Each piece is scored by itself; of a text with more sentences, neighbors make one piece. */
const MOST_PIECES = 50;
/** What ends a sentence hardly differs between the languages that are scored. */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text, without the blanks around them. */
export function sentencesOf(text: string): TextSpan[] {
  const sentences: TextSpan[] = [];
  for (const { segment, index } of SEGMENTER.segment(text)) {
    const start = index + segment.length - segment.trimStart().length;
    const end = index + segment.trimEnd().length;
    if (start < end) sentences.push({ start, end });
  }
  return joined(sentences);
}

function joined(sentences: TextSpan[]): TextSpan[] {
  const each = Math.ceil(sentences.length / MOST_PIECES);
  if (each <= 1) return sentences;
  const pieces: TextSpan[] = [];
  for (let at = 0; at < sentences.length; at += each) {
    const [first, last] = [sentences[at], sentences.slice(at, at + each).at(-1)];
    if (first && last) pieces.push({ start: first.start, end: last.end });
  }
  return pieces;
}
