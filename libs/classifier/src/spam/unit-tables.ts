/** What a folded unit is to the reader of tokens. */
export const UnitClass = {
  space: 1,
  letter: 2,
  digit: 3,
  /** `!` and `?`, whose runs mean something. */
  mark: 4,
  emoji: 5,
  currency: 6,
  other: 7,
} as const;

/** How a character was written before folding, as bits. */
export const UnitFlag = { upper: 1, disguised: 2 } as const;

/** Emoji are kept apart as units of the private use area: this base and the code point's last 12 bits. */
export const EMOJI_BASE = 0xe000;
/** Stands for letters outside of the basic plane that have no plain form. */
const RARE_LETTER = 0xf000;
/** Marks characters that nobody sees: they are left out. */
export const DROPPED = 0xffff;

const SMALL_CAPITALS = 'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz';
const PUNCTUATION = "’'‘'ʼ'“\"”\"–-—-‑-…....";

const SINGLES = new Map<string, string>(
  [SMALL_CAPITALS, PUNCTUATION].flatMap((pairs) =>
    Array.from({ length: pairs.length >> 1 }, (_, at): [string, string] => [
      pairs.charAt(at * 2),
      pairs.charAt(at * 2 + 1),
    ]),
  ),
);

const INVISIBLE = /^[\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]$/u;
const EMOJI = /^[\p{Extended_Pictographic}\p{So}]$/u;

function plainForm(character: string): string {
  return SINGLES.get(character) ?? character.normalize('NFKC').toLowerCase();
}

function isDisguise(character: string, plain: string): boolean {
  return plain !== character.toLowerCase() && /^[a-z]/.test(plain);
}

/** The folded unit of a character, with its flags above bit 16. */
export function foldCharacter(character: string): number {
  if (INVISIBLE.test(character)) return DROPPED;
  const plain = plainForm(character);
  if (isDisguise(character, plain)) return plain.charCodeAt(0) | (UnitFlag.disguised << 16);
  const code = character.codePointAt(0) ?? 0;
  if (EMOJI.test(character)) return EMOJI_BASE + (code & 0xfff);
  if (code > 0xffff) return /\p{L}/u.test(character) ? RARE_LETTER : EMOJI_BASE;
  const upper = character !== character.toLowerCase() ? UnitFlag.upper << 16 : 0;
  return plain.charCodeAt(0) | upper;
}

/** The class of a folded unit. */
export function classOf(unit: number): number {
  if (unit >= EMOJI_BASE && unit < RARE_LETTER) return UnitClass.emoji;
  if (unit === RARE_LETTER) return UnitClass.letter;
  const character = String.fromCharCode(unit);
  if (/\s/.test(character)) return UnitClass.space;
  if (/\p{L}/u.test(character)) return UnitClass.letter;
  if (/\d/.test(character)) return UnitClass.digit;
  if (/\p{Sc}/u.test(character)) return UnitClass.currency;
  return character === '!' || character === '?' ? UnitClass.mark : UnitClass.other;
}
