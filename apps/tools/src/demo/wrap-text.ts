import { displayWidth, fitWidth } from './display-width.js';

/** Breaks a sentence between words into lines of at most `columns` columns; longer words are cut. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (displayWidth(joined) <= columns) {
      line = joined;
    } else {
      if (line !== '') lines.push(line);
      line = fitWidth(word, columns);
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** Puts a comment on one line, with a dot for every character that cannot be seen. */
export function onOneLine(text: string): string {
  // A joiner between emoji makes one of several, and is kept.
  return text
    .replace(/\s+/g, ' ')
    .replace(
      /(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|[\p{Cc}\u00ad\u200b\u200c\u200e-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu,
      '·',
    );
}
