import type { Random } from './random.js';

/** Writes one word, which has at least three letters and nothing else, so that a reader still knows it. */
export type Disguise = (word: string, random: Random) => string;
