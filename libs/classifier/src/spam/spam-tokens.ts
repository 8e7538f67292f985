import { FoldedText, unitClass } from './folded-text.js';
import { HASH_START, hashText, hashUnit } from './hash.js';
import { findLink, type LinkPlace } from './find-link.js';
import { readNumber, type NumberPlace } from './read-number.js';
import { SPAM_WORDS } from './spam-words.js';
import { TokenKind } from './token-kind.js';
import { UnitClass } from './unit-tables.js';

const APOSTROPHE = 39;
const UNDERSCORE = 95;
const AT = 64;
const HASH = 35;
const PLUS = 43;
const DOT = 46;
const PLACEHOLDERS = new Uint32Array([
  0,
  ...['<word>', '<link>', '<mail>', '<handle>', '<tag>', '<phone>', '<money>', '<percent>'].map(
    hashText,
  ),
]);
const LINK_HASHES = new Uint32Array([
  0,
  ...['<video>', '<social>', '<chat>', '<short>', '<offer>', '<link>'].map(hashText),
]);
const NUMBER_HASHES = new Uint32Array(
  ['<n>', '<n1>', '<n2>', '<n3>', '<n4>', '<year>', '<time>'].map(hashText),
);

/**
 * A comment as a row of tokens: words, and placeholders for what differs from site to site (addresses, names, amounts), so
 * that what is learned from one site holds on the next. One object serves text after text; nothing is allocated per token.
 */
export class SpamTokens {
  readonly text = new FoldedText();
  /** How many tokens there are. */
  count = 0;
  kinds = new Uint8Array(512);
  /** Folded offsets: `text.origin` leads to the original ones. */
  starts = new Uint32Array(512);
  ends = new Uint32Array(512);
  /** Hash of the word, or of the placeholder that stands for the token. */
  hashes = new Uint32Array(512);
  /** Bits of the kinds of word, see `WORD_BIT`. */
  words = new Uint32Array(512);
  /** Of a link the kind of host; of an amount or a number its digits before the decimal point; of a mark its length. */
  details = new Uint8Array(512);
  private readonly link: LinkPlace = { start: 0, end: 0, kind: 0, isMail: false };
  private readonly number: NumberPlace = { end: 0, digits: 0, kind: 0, shape: 0 };

  /** Reads a text; time is linear in its length. */
  read(text: string): void {
    this.text.read(text);
    this.count = 0;
    this.reserve(this.text.length + 1);
    const { units, length } = this.text;
    let at = 0;
    while (at < length) {
      if (unitClass(units[at] as number) === UnitClass.space) at++;
      else at = this.readChunk(at, length);
    }
  }

  /** Offset in the original text, in UTF-16 units, at which a token begins. */
  originalStart(token: number): number {
    return this.text.origin[this.starts[token] as number] as number;
  }

  /** Offset in the original text behind the last character of a token. */
  originalEnd(token: number): number {
    return this.text.ends[(this.ends[token] as number) - 1] as number;
  }

  private reserve(size: number): void {
    if (size <= this.kinds.length) return;
    this.kinds = new Uint8Array(size * 2);
    this.starts = new Uint32Array(size * 2);
    this.ends = new Uint32Array(size * 2);
    this.hashes = new Uint32Array(size * 2);
    this.words = new Uint32Array(size * 2);
    this.details = new Uint8Array(size * 2);
  }

  /** Reads what stands between spaces, and returns where it stopped: numbers go on behind spaces. */
  private readChunk(start: number, length: number): number {
    const { units } = this.text;
    let end = start;
    let dotted = false;
    while (end < length && unitClass(units[end] as number) !== UnitClass.space) {
      dotted ||= units[end] === DOT || units[end] === 47;
      end++;
    }
    if (dotted && findLink(units, start, end, this.link)) {
      const { link } = this;
      // The pieces before a link never reach into it: they end before its first unit.
      this.readPieces(start, link.start, link.start);
      const kind = link.isMail ? TokenKind.email : TokenKind.link;
      const hash = link.isMail ? PLACEHOLDERS[TokenKind.email] : LINK_HASHES[link.kind];
      this.add(kind, link.start, link.end, hash as number, link.kind);
      return this.readPieces(link.end, end, end);
    }
    return this.readPieces(start, end, length);
  }

  private readPieces(start: number, end: number, limit: number): number {
    let at = start;
    while (at < end) at = this.readPiece(at, limit);
    return at;
  }

  private readPiece(at: number, limit: number): number {
    const unit = this.text.units[at] as number;
    switch (unitClass(unit)) {
      case UnitClass.letter:
        return this.readWord(at, limit);
      case UnitClass.digit:
      case UnitClass.currency:
        return this.readNumber(at, limit);
      case UnitClass.mark:
        return this.readMark(at, limit, unit);
      case UnitClass.emoji:
        this.add(TokenKind.emoji, at, at + 1, hashUnit(HASH_START, unit) >>> 0, 0);
        return at + 1;
      default:
        return this.readSign(at, limit, unit);
    }
  }

  private readSign(at: number, limit: number, unit: number): number {
    if (unit === AT || unit === HASH || unit === PLUS) {
      const end = this.endOfName(at + 1, limit);
      const digitsOnly =
        unit === PLUS && unitClass(this.text.units[at + 1] ?? 0) === UnitClass.digit;
      if (digitsOnly) return this.readNumber(at, limit);
      if (end > at + 2) {
        const kind = unit === HASH ? TokenKind.hashtag : TokenKind.handle;
        this.add(kind, at, end, PLACEHOLDERS[kind] as number, 0);
        return end;
      }
    }
    return at + 1;
  }

  private endOfName(from: number, limit: number): number {
    const { units } = this.text;
    let end = from;
    for (; end < limit; end++) {
      const unit = units[end] as number;
      const kind = unitClass(unit);
      const within = kind === UnitClass.letter || kind === UnitClass.digit || unit === UNDERSCORE;
      if (!within && !(unit === DOT && end + 1 < limit && isNameUnit(units[end + 1] as number)))
        break;
    }
    return end;
  }

  private readWord(at: number, limit: number): number {
    const { units } = this.text;
    let hash = HASH_START;
    let end = at;
    for (; end < limit; end++) {
      const unit = units[end] as number;
      if (unit === APOSTROPHE) continue;
      if (!isNameUnit(unit)) break;
      hash = hashUnit(hash, unit);
    }
    while (units[end - 1] === APOSTROPHE) end--;
    this.add(TokenKind.word, at, end, hash >>> 0, 0);
    this.words[this.count - 1] = SPAM_WORDS.get(hash >>> 0);
    return end;
  }

  private readMark(at: number, limit: number, unit: number): number {
    const { units } = this.text;
    let end = at;
    while (end < limit && units[end] === unit) end++;
    const hash = hashUnit(hashUnit(HASH_START, unit), end - at > 1 ? 2 : 1);
    this.add(TokenKind.mark, at, end, hash >>> 0, Math.min(255, end - at));
    return end;
  }

  private readNumber(at: number, limit: number): number {
    const { number, text } = this;
    if (!readNumber(text.units, at, limit, number)) return this.afterNoNumber(at, limit);
    const { kind } = number;
    const hash =
      kind === TokenKind.number ? NUMBER_HASHES[number.shape] : (PLACEHOLDERS[kind] as number);
    this.add(kind, at, number.end, hash as number, number.digits);
    return number.end;
  }

  /** `4you` is a word, a lone `$` nothing. */
  private afterNoNumber(at: number, limit: number): number {
    const kind = unitClass(this.text.units[at] as number);
    return kind === UnitClass.digit ? this.readWord(at, limit) : at + 1;
  }

  private add(kind: number, start: number, end: number, hash: number, detail: number): void {
    const { count } = this;
    this.kinds[count] = kind;
    this.starts[count] = start;
    this.ends[count] = end;
    this.hashes[count] = hash;
    this.words[count] = 0;
    this.details[count] = detail;
    this.count = count + 1;
  }
}

function isNameUnit(unit: number): boolean {
  const kind = unitClass(unit);
  return kind === UnitClass.letter || kind === UnitClass.digit || unit === UNDERSCORE;
}
