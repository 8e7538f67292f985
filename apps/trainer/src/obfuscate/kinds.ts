/** The ways to disguise a word that are measured, each by itself. */
export const KINDS = [
  'leet',
  'spaces',
  'punctuation',
  'look-alikes',
  'zero-width',
  'repeats',
  'masks',
  'swaps',
] as const;

export type ObfuscationKind = (typeof KINDS)[number];
