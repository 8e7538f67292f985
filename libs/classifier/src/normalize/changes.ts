/** What the normalizer found and undid in one text, as counts. */
export interface NormalizationChanges {
  /** Letters of other scripts and styles read as Latin ones. */
  lookAlikes: number;
  /** Digits and signs read as letters. */
  leet: number;
  /** Words joined from letters or pieces that stood apart. */
  joined: number;
  /** Characters that show nothing, and marks stacked on letters. */
  invisible: number;
  /** Words with letters drawn out. */
  repeats: number;
  /** Words with signs in place of letters. */
  masks: number;
  /** Words with two letters swapped. */
  swaps: number;
  letters: number;
  upperCase: number;
  /** Words of two letters and more, all in capitals. */
  allCapsWords: number;
}

export function noChanges(): NormalizationChanges {
  return {
    ...{ lookAlikes: 0, leet: 0, joined: 0, invisible: 0, repeats: 0, masks: 0, swaps: 0 },
    ...{ letters: 0, upperCase: 0, allCapsWords: 0 },
  };
}

export function clearChanges(changes: NormalizationChanges): void {
  changes.lookAlikes = 0;
  changes.leet = 0;
  changes.joined = 0;
  changes.invisible = 0;
  changes.repeats = 0;
  changes.masks = 0;
  changes.swaps = 0;
  changes.letters = 0;
  changes.upperCase = 0;
  changes.allCapsWords = 0;
}
