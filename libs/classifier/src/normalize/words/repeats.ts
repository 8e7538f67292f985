import { Candidate } from './candidate.js';
import type { KnownWords } from './known-words.js';
import { PER_DOUBLING } from '../vocabulary.js';

/** Runs beyond these are all folded alike: the combinations double with each. */
const MOST_RUNS = 4;
/** `too` is less common than `to`, but `tooo` is too; `soo` is so much less common than `so` that `sooo` is so. */
const CLEARLY = 6 * PER_DOUBLING + PER_DOUBLING / 2;

/** Finds the word that a word with letters drawn out stands for. */
export class RepeatFolding {
  private readonly form = new Candidate();
  private readonly best = new Candidate();

  constructor(private readonly known: KnownWords) {}

  /** Whether a letter is there three times in a row. */
  static isDrawnOut(units: Uint16Array, start: number, end: number): boolean {
    for (let at = start + 2; at < end; at++) {
      const unit = units[at];
      if (unit === units[at - 1] && unit === units[at - 2]) return true;
    }
    return false;
  }

  /** Folds `word` in place to an offensive word if it has that as a form with fewer repeats. */
  toOffensive(word: Candidate): boolean {
    if (this.known.isOffensive(word)) return true;
    const runs = this.runsOf(word, 2);
    const drawnOut = this.runsOf(word, 3);
    const { lexicon } = this.known;
    if (runs === 0 || !lexicon.mayBegin(word.letters)) return false;
    // Joined pieces may be long; each run gives up a letter at least, and no more if it has two.
    if (drawnOut === 0 && word.length - runs > lexicon.longest) return false;
    for (let singles = 0; singles < 1 << Math.min(runs, MOST_RUNS); singles++) {
      this.squeeze(word, 2, singles);
      if (!this.known.isOffensive(this.form)) continue;
      word.copy(this.form);
      return true;
    }
    return false;
  }

  /** Folds every letter that is there three times or more to the word known best, or to two if none is known. */
  toKnown(word: Candidate, original: number): boolean {
    if (this.toOffensive(word)) return true;
    const runs = Math.min(this.runsOf(word, 3), MOST_RUNS);
    let bestScore = 0;
    for (let singles = 0; singles < 1 << runs; singles++) {
      this.squeeze(word, 3, singles);
      const { letters, length } = this.form;
      const common = length > 1 ? this.known.commonness(letters, 0, length) : 0;
      if (common === 0 || common <= bestScore + (bestScore > 0 ? CLEARLY : 0)) continue;
      bestScore = common;
      this.best.copy(this.form);
    }
    if (original > 0 && original + CLEARLY >= bestScore) return false;
    if (bestScore === 0 && isRoman(word)) return false;
    if (bestScore === 0) this.squeeze(word, 3, 0);
    word.copy(bestScore === 0 ? this.form : this.best);
    return true;
  }

  /** How many letters are there at least `shortest` times in a row. */
  private runsOf({ letters, length }: Candidate, shortest: number): number {
    let runs = 0;
    for (let at = 0, run = 1; at < length; at++, run++) {
      if (at + 1 < length && letters[at + 1] === letters[at]) continue;
      if (run >= shortest) runs++;
      run = 0;
    }
    return runs;
  }

  /** Makes `form`: runs of `shortest` and more become two, or one where `singles` has the bit of the run. */
  private squeeze(word: Candidate, shortest: number, singles: number): void {
    const { form } = this;
    const { letters, from, to, length } = word;
    form.clear();
    let bit = 0;
    for (let at = 0; at < length;) {
      let end = at + 1;
      while (end < length && letters[end] === letters[at]) end++;
      const run = end - at;
      let kept = run;
      if (run >= shortest) kept = (singles >> Math.min(bit++, MOST_RUNS - 1)) & 1 ? 1 : 2;
      for (let copy = 0; copy < kept; copy++) {
        const last = copy === kept - 1 ? (to[end - 1] as number) : (to[at + copy] as number);
        form.add(letters[at] as number, from[at + copy] as number, last);
      }
      at = end;
    }
  }
}

const ROMAN = 'ivxlcdm';

/** `XXIII` and `CCC` are numbers. */
function isRoman({ letters, length }: Candidate): boolean {
  for (let at = 0; at < length; at++) {
    if (!ROMAN.includes(String.fromCharCode(letters[at] as number))) return false;
  }
  return true;
}
