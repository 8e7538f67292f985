import type { TextSpan } from '#contract';

/** A text without the characters that only serve to hide what it says, with the way back to the original. */
export interface PlainText {
  readonly original: string;
  /** Compatibility forms folded (`ｅ`, `𝐞`, `ⓔ` to `e`), invisible characters and stacked marks on Latin letters dropped. */
  readonly text: string;
  /** The piece of the original, in UTF-16 offsets, that made the piece of `text`. */
  toOriginal(start: number, end: number): TextSpan;
}

/** Characters that show nothing: soft hyphen, joiners, direction marks, fillers, variation selectors, tags. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0000}-\u{e0fff}]/u;

/** Compatibility look-alikes of letters and digits: superscripts, letterlike symbols, enclosed, ligatures, full width, mathematical, enclosed again. */
const COMPATIBLE =
  /[\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u2070-\u209c\u2100-\u214f\u2460-\u24ff\ufb00-\ufb06\uff01-\uff5e\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f1ff}]/u;

const LATIN = /[a-z\u00c0-\u024f\u1e00-\u1eff]/i;
const COMBINING = /\p{M}/u;
/** Most texts need no work at all: nothing above Latin Extended and punctuation that could hide something. */
const MAY_NEED_WORK =
  /[\u00aa-\u00ba\u02b0-\u036f\u0483-\u0489\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1d2c-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u209c\u20d0-\u214f\u2460-\u24ff\u3164\ufb00-\ufb06\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uff01-\uffa0\ud835\ud83c\udb40]/;

/** Squared and negative letters (`🅰`) and regional indicators (`🇦`) have no compatibility form; their order in Unicode gives the letter. */
function enclosedLetter(codePoint: number): string | null {
  for (const first of [0x1f130, 0x1f150, 0x1f170, 0x1f1e6]) {
    if (codePoint >= first && codePoint < first + 26) {
      return String.fromCharCode(97 + codePoint - first);
    }
  }
  return null;
}

function plainForm(character: string, before: string): string {
  if (character < '\u00aa') return character;
  if (INVISIBLE.test(character)) return '';
  if (COMBINING.test(character)) return LATIN.test(before) ? '' : character;
  if (!COMPATIBLE.test(character)) return character;
  return enclosedLetter(character.codePointAt(0) ?? 0) ?? character.normalize('NFKC');
}

/** The plain form of a text; linear in its length. */
export function plainText(original: string): PlainText {
  if (!MAY_NEED_WORK.test(original)) {
    return { original, text: original, toOriginal: (start, end) => ({ start, end }) };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let before = '';
  let offset = 0;
  for (const character of original) {
    const form = plainForm(character, before);
    if (form !== '') before = form;
    // A mark belongs to the letter that it stands on.
    else if (ends.length > 0 && COMBINING.test(character))
      ends[ends.length - 1] = offset + character.length;
    for (let unit = 0; unit < form.length; unit++) {
      starts.push(offset);
      ends.push(offset + character.length);
    }
    text += form;
    offset += character.length;
  }
  const toOriginal = (start: number, end: number): TextSpan => ({
    start: starts[start] ?? original.length,
    end: ends[end - 1] ?? original.length,
  });
  return { original, text, toOriginal };
}
