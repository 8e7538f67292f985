import type { ReviewQueue } from '#contract';
import type { ReviewFilter } from '#reviews';
import { SPREAD } from './fill.js';
import type { Texts } from './texts.js';

/** A list that moderators ask for. */
export interface Case {
  name: string;
  queue: ReviewQueue;
  /** A filter for each call, so that no two ask for the same. */
  filter: (random: () => number) => ReviewFilter;
}

const hex = (kind: string, n: number): string =>
  `${kind}0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Every list by itself, and some together. */
export function casesOf({ words, chinese }: Texts): Case[] {
  const held = (name: string, filter: Case['filter']): Case => ({ name, queue: 'held', filter });
  const rank = (random: () => number, from: number, to: number): number =>
    Math.floor(from + random() * (to - from));
  const word = (random: () => number, from: number, to: number): string =>
    words[rank(random, from, to)] ?? '';
  const piece = (random: () => number, length: number): string =>
    (chinese[rank(random, 0, chinese.length)] ?? '').slice(3, 3 + length);
  return [
    held('held, first page', () => ({})),
    { name: 'reported, first page', queue: 'reported', filter: () => ({}) },
    held('by section', (random) => ({ section: `section-${rank(random, 0, SPREAD.sections)}` })),
    held('by article', (random) => ({ article: `article-${rank(random, 1, SPREAD.articles)}` })),
    held('by author', (random) => ({ author: hex('0b00', rank(random, 1, SPREAD.authors)) })),
    held('by label, common', () => ({ label: 'toxicity' })),
    held('by label, rare', () => ({ label: 'obscene' })),
    held('by reason', () => ({ reason: 'LINK_COUNT' })),
    held('by language', () => ({ language: 'fr' })),
    held('by score, common', (random) => ({ minScore: 0.6 + random() / 10 })),
    held('by score, rare', (random) => ({ minScore: 0.997 + random() / 500 })),
    held('by age', (random) => ({
      openedAfter: new Date(Date.now() - random() * 25 * 86_400_000),
    })),
    held('by campaign', (random) => ({ campaign: hex('0e00', rank(random, 1, 2000)) })),
    held('by label and language', () => ({ label: 'threat', language: 'pt' })),
    held('by text, the commonest words', (random) => ({ text: word(random, 0, 10) })),
    held('by text, words of rank 100 to 1,000', (random) => ({ text: word(random, 100, 1000) })),
    held('by text, words of rank 1,000 to 6,000', (random) => ({ text: word(random, 1000, 6000) })),
    held('by text, one in a million', (random) => ({
      text: `"case ${rank(random, 1, 900_000)}."`,
    })),
    held('by text, two words', (random) => ({
      text: `${word(random, 20, 500)} ${word(random, 20, 2000)}`,
    })),
    held('by text, two Chinese characters', (random) => ({ text: piece(random, 2) })),
    held('by text, four Chinese characters', (random) => ({ text: piece(random, 4) })),
    { name: 'decided, first page', queue: 'decided', filter: () => ({}) },
    { name: 'decided, by label', queue: 'decided', filter: () => ({ label: 'threat' }) },
  ];
}
