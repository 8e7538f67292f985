import { DataSet, englishDataset } from 'obscenity';
import { expect, it } from 'vitest';
import { DROPPED, KEPT, REPLACED } from './profanity-words.js';

it('has an opinion on every word that obscenity ships, and on no other', () => {
  const shipped = new Set<string>();
  new DataSet<{ originalWord: string }>().addAll(englishDataset).removePhrasesIf(({ metadata }) => {
    shipped.add(metadata?.originalWord ?? '');
    return false;
  });
  const ours = [...Object.keys(KEPT), ...Object.keys(DROPPED)];
  const replaced = REPLACED.flatMap(({ word }) => word ?? []);
  expect([...shipped].filter((word) => ![...ours, ...replaced].includes(word))).toEqual([]);
  expect(ours.filter((word) => !shipped.has(word))).toEqual([]);
  expect(ours.filter((word) => replaced.includes(word))).toEqual([]);
});
