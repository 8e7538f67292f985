import { clearChanges, noChanges, type NormalizationChanges } from './changes.js';
import { CharacterFolding } from './characters/fold-characters.js';
import { KnownWords } from './words/known-words.js';
import { LexiconIndex } from './words/lexicon-index.js';
import { SecondPass } from './words/second-pass.js';
import { TextUnits } from './text-units.js';
import type { Vocabulary } from './vocabulary.js';

/** A text as it reads, with the way back to the original. Buffers are reused: valid until the next call of `normalize`. */
export interface NormalizedText {
  /** UTF-16 units, lower case; only those below `length` are valid. */
  readonly units: Uint16Array;
  readonly length: number;
  /** For each unit the offset in the original where its source begins, in UTF-16 units. */
  readonly starts: Int32Array;
  /** And where it ends, exclusive. */
  readonly ends: Int32Array;
  readonly changes: Readonly<NormalizationChanges>;
}

/** Undoes what disguises words; leaves innocent texts alone. One instance serves one text at a time. */
export class Normalizer {
  /** The offensive words that disguised ones are resolved against. */
  readonly lexicon: LexiconIndex;
  private readonly text = new TextUnits();
  private readonly changes = noChanges();
  private readonly characters: CharacterFolding;
  private readonly secondPass: SecondPass;
  private readonly result = {
    units: this.text.units,
    starts: this.text.starts,
    ends: this.text.ends,
    length: 0,
    changes: this.changes,
  };

  /** `lexicon` holds the offensive words, the most common first; entries that are no plain Latin words are left out. */
  constructor(options: { vocabulary: Vocabulary; lexicon: readonly string[] }) {
    const lexicon = new LexiconIndex(options.lexicon, options.vocabulary);
    this.lexicon = lexicon;
    const known = new KnownWords(options.vocabulary, lexicon);
    this.characters = new CharacterFolding(this.text, this.changes, (word) =>
      lexicon.hasString(word),
    );
    this.secondPass = new SecondPass(this.text, known, this.changes);
  }

  /** Never throws, whatever the string; takes time in proportion to its length. */
  normalize(original: string): NormalizedText {
    const { text, result, characters } = this;
    clearChanges(this.changes);
    characters.fold(original);
    const mostlyLatin = characters.foreignLetters * 2 < this.changes.letters;
    this.secondPass.run(original, mostlyLatin);
    result.units = text.units;
    result.starts = text.starts;
    result.ends = text.ends;
    result.length = text.length;
    return result;
  }
}
