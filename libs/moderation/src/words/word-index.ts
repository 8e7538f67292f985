import type { TextSpan } from '#contract';
import { squeezedForms } from './squeezed-forms.js';
import type { FoldedText } from './fold-text.js';
import type { FoldedWord } from './folded-word.js';
import { parseWordEntry, type WordEntry } from './word-entry.js';

type WordsEntry = Extract<WordEntry, { kind: 'words' }>;
type PartEntry = Extract<WordEntry, { kind: 'part' }>;
type AnywhereEntry = Extract<WordEntry, { kind: 'anywhere' }>;

/** An entry of a list, found; offsets are those of the folded text. */
export interface WordMatch extends TextSpan {
  entry: string;
}

/** Words of a phrase may stand this far apart: a space, a dash, a comma and a space. */
const PHRASE_GAP = 3;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Shorter entries turn up by chance among letters that happen to stand apart. */
const SHORTEST_INSIDE_SPELLING = 4;

/**
 * A word list, compiled. Words are looked up, not searched for, so that a list of ten entries and one of ten thousand
 * cost the same; obscenity's matcher runs one expression per entry.
 */
export class WordIndex {
  private readonly byFirstWord = new Map<string, WordsEntry[]>();
  private readonly bySpelling = new Map<string, WordsEntry[]>();
  private readonly spellingLengths = new Set<number>();
  private readonly prefixes = new Map<string, PartEntry>();
  private readonly suffixes = new Map<string, PartEntry>();
  private readonly prefixLengths = new Set<number>();
  private readonly suffixLengths = new Set<number>();
  private readonly infixes: PartEntry[] = [];
  private readonly byFirstCharacter = new Map<string, AnywhereEntry[]>();
  readonly isEmpty: boolean;

  constructor(lines: readonly string[]) {
    const entries = lines.flatMap((line) => parseWordEntry(line) ?? []);
    this.isEmpty = entries.length === 0;
    for (const entry of entries) this.add(entry);
  }

  private add(entry: WordEntry): void {
    if (entry.kind === 'anywhere') push(this.byFirstCharacter, entry.text.charAt(0), entry);
    else if (entry.kind === 'words') this.addWords(entry);
    else if (entry.openStart && entry.openEnd) this.infixes.push(entry);
    else if (entry.openEnd) {
      this.prefixes.set(entry.text, entry);
      this.prefixLengths.add(entry.text.length);
    } else {
      this.suffixes.set(entry.text, entry);
      this.suffixLengths.add(entry.text.length);
    }
  }

  private addWords(entry: WordsEntry): void {
    const first = entry.accented ? entry.exact[0] : entry.folded[0];
    push(this.byFirstWord, first ?? '', entry);
    const spelling = entry.folded.join('');
    push(this.bySpelling, spelling, entry);
    if (spelling.length >= SHORTEST_INSIDE_SPELLING) this.spellingLengths.add(spelling.length);
  }

  /** All entries that a text has, in no particular order. */
  find(text: FoldedText): WordMatch[] {
    if (this.isEmpty) return [];
    const matches: WordMatch[] = [];
    for (const [index, word] of text.words.entries()) {
      if (word.spelledOut) this.findSpelling(word, matches);
      else this.findWords(text, index, word, matches);
      this.findParts(word, matches);
    }
    for (const word of text.inPieces) this.findWhole(word, matches);
    if (this.byFirstCharacter.size > 0) this.findAnywhere(text, matches);
    return matches;
  }

  /** Letters that stand apart do not show where a word ends: `y o u i d i o t` has `idiot` in it. */
  private findSpelling(word: FoldedWord, matches: WordMatch[]): void {
    const { start, end, folded } = word;
    const forms = new Set(squeezedForms(folded));
    for (const length of this.spellingLengths) {
      for (let at = 0; at + length <= folded.length; at++) forms.add(folded.slice(at, at + length));
    }
    for (const form of forms) {
      for (const { entry } of this.bySpelling.get(form) ?? []) matches.push({ entry, start, end });
    }
  }

  /** Most words with signs in them are innocent, so that nothing less than all of one counts. */
  private findWhole({ start, end, folded }: FoldedWord, matches: WordMatch[]): void {
    for (const form of squeezedForms(folded)) {
      for (const { entry } of this.bySpelling.get(form) ?? []) matches.push({ entry, start, end });
    }
  }

  private findWords(text: FoldedText, at: number, word: FoldedWord, matches: WordMatch[]): void {
    for (const form of new Set([word.exact, ...squeezedForms(word.folded)])) {
      for (const candidate of this.byFirstWord.get(form) ?? []) {
        const end = phraseEnd(text, at, candidate);
        if (end !== null) matches.push({ entry: candidate.entry, start: word.start, end });
      }
    }
  }

  private findParts(word: FoldedWord, matches: WordMatch[]): void {
    const { start, end } = word;
    for (const form of squeezedForms(word.folded)) {
      const found: (PartEntry | undefined)[] = [];
      for (const length of this.prefixLengths) found.push(this.prefixes.get(form.slice(0, length)));
      for (const length of this.suffixLengths) {
        if (length <= form.length) found.push(this.suffixes.get(form.slice(-length)));
      }
      found.push(...this.infixes.filter((part) => form.includes(part.text)));
      for (const part of found) if (part) matches.push({ entry: part.entry, start, end });
    }
  }

  private findAnywhere({ lower, folded }: FoldedText, matches: WordMatch[]): void {
    for (let start = 0; start < lower.length; start++) {
      const candidates = this.byFirstCharacter.get(lower.charAt(start));
      const others = this.byFirstCharacter.get(folded.charAt(start));
      for (const { entry, text } of new Set([...(candidates ?? []), ...(others ?? [])])) {
        if (lower.startsWith(text, start) || folded.startsWith(text, start)) {
          matches.push({ entry, start, end: start + text.length });
        }
      }
    }
  }
}

function sameWord(word: FoldedWord, entry: WordsEntry, position: number): boolean {
  if (word.exact === entry.exact[position]) return true;
  // `año` is not an odd way to write `ano`, and an entry with accents means them.
  const innocent = word.exact !== word.folded && !word.odd;
  if (entry.accented || innocent) return false;
  return squeezedForms(word.folded).includes(entry.folded[position] ?? '');
}

function phraseEnd(text: FoldedText, at: number, entry: WordsEntry): number | null {
  let end: number | null = null;
  for (let position = 0; position < entry.exact.length; position++) {
    const word = text.words[at + position];
    if (!word || word.spelledOut || !sameWord(word, entry, position)) return null;
    if (end !== null && word.start - end > PHRASE_GAP) return null;
    end = word.end;
  }
  return end;
}
