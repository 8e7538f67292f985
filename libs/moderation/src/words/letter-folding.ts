import { resolveConfusablesTransformer } from 'obscenity';

/** Obscenity's table of look-alikes, as a function of a code point. */
const { transform: resolve } = resolveConfusablesTransformer();

/** Scripts whose letters are borrowed for their likeness to Latin ones. Han, kana and Thai are never read as Latin. */
const BORROWED = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const LATIN = /\p{Script=Latin}/u;

/** Letters of their own in some language, not accented forms: `año` is not `ano`, nor `schwül` `schwul`. */
const OWN_LETTERS = new Set('äöüåæøñçšžčćłőűğışđßþð');

/** Likenesses that obscenity's table misses or reads as capitals of something else. */
const BORROWED_FORMS: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  ғ: 'f',
  һ: 'h',
  н: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  и: 'u',
  ц: 'u',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  α: 'a',
  β: 'b',
  ϲ: 'c',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'u',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  ς: 's',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  γ: 'y',
};

/** Small capitals, of which obscenity's table has but a few. */
const SMALL_CAPITALS = new Map(
  Array.from('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ', (capital, index) => [
    capital,
    'abcdefghijklmnopqrstuvwyz'.charAt(index),
  ]),
);

/** How a letter reads when taken for Latin. */
export interface LatinReading {
  letter: string;
  /** `accent`: the same letter with marks; `own`: a letter of its own in some language; `borrowed`: of another script. */
  kind: 'accent' | 'own' | 'borrowed';
}

function confusable(character: string): string | null {
  const code = resolve(character.codePointAt(0) ?? 0);
  const found = code === undefined ? '' : String.fromCodePoint(code).toLowerCase();
  return /^[a-z]$/.test(found) ? found : null;
}

function findReading(character: string): LatinReading | null {
  const base = character.normalize('NFD').charAt(0);
  if (BORROWED.test(character)) {
    const letter = BORROWED_FORMS[character] ?? BORROWED_FORMS[base] ?? confusable(character);
    return letter ? { letter, kind: 'borrowed' } : null;
  }
  if (!LATIN.test(character)) return null;
  const letter = /^[a-z]$/.test(base)
    ? base
    : (SMALL_CAPITALS.get(character) ?? confusable(character));
  return letter ? { letter, kind: OWN_LETTERS.has(character) ? 'own' : 'accent' } : null;
}

/** Readings already found: a code point always reads the same, and finding out is slow. */
const readings = new Map<string, LatinReading | null>();

/** Reads one lower-case character beyond ASCII as a Latin letter; `null` if nobody would. */
export function latinReading(character: string): LatinReading | null {
  let reading = readings.get(character);
  if (reading === undefined) {
    reading = findReading(character);
    readings.set(character, reading);
  }
  return reading;
}
