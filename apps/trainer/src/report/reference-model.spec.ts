import { expect, it } from 'vitest';
import { comment, tweet } from '../data/rows.fixture.js';
import { mulberry32 } from '../obfuscate/random.js';
import { FILLERS, toyNormalizer } from '../toxicity/toy-models.fixture.js';
import { trainReference } from './reference-model.js';

const rows = Array.from({ length: 120 }, (_, index) => {
  const filler = `${FILLERS[index % 8] as string} ${FILLERS[(index * 5 + 3) % 8] as string}`;
  const toxic = index % 2 === 0 ? 1 : 0;
  const text = `${filler} ${toxic === 1 ? 'idiot' : 'people'}`;
  return index % 6 < 4 ? comment(text, toxic) : tweet(text.replace('idiot', 'moron'), toxic);
});
const train = (of = rows) =>
  trainReference(of, { normalizer: toyNormalizer(), random: mulberry32(1) });
const reference = train();

it('learns one label from comments and from hate', () => {
  expect(reference('an idiot')).toBeGreaterThan(reference('the people') + 1);
  expect(reference('a moron')).toBeGreaterThan(reference('the people') + 0.3);
});

it('gives the same scores for the same seed', () => {
  expect(train()('an idiot, a moron')).toBe(reference('an idiot, a moron'));
});

it('learns nothing from rows that are kept', () => {
  const kept = rows.map(({ text, positive }) =>
    comment(text, positive === 1 ? 0 : 1, { validation: true }),
  );
  const before = reference('an idiot') - reference('the people');
  const other = train([...rows, ...kept]);
  // Their number alone changes how rare a word is.
  expect(other('an idiot') - other('the people')).toBeGreaterThan(before / 2);
});
