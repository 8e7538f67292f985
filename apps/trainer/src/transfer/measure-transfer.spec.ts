import { afterAll, expect, it } from 'vitest';
import { setsFolder } from '../data/sets.fixture.js';
import { tinyVectors, writeTinySets } from '../train/tiny-sets.fixture.js';
import { measureTransfer } from './measure-transfer.js';

it('measures every set that is left out beside the reference, and spam from elsewhere', () => {
  const data = setsFolder(afterAll);
  writeTinySets(data);
  const lines: string[] = [];
  const options = { data, seed: 1, vectors: tinyVectors(), onProgress: () => undefined };
  const { toxicity, spam } = measureTransfer(options, (line) => lines.push(line));
  expect(toxicity.map(({ set }) => set)).toEqual([
    ...['implicit-hate', 'social-bias-frames', 'stormfront'],
  ]);
  for (const { rows, reference, ours } of toxicity) {
    expect(rows).toBe(30);
    // What the other hate sets teach carries over.
    expect(ours).toBeGreaterThan(0.7);
    expect(reference).toBeGreaterThan(0.5);
  }
  expect(spam.map(({ measure }) => measure)).toEqual([
    'spam/youtube, leave one video out, mean',
    'everything but spam/youtube to spam/youtube',
    'everything but spam/scamspot-instagram to spam/scamspot-instagram',
    'everything but spam/sms to spam/sms',
    'everything but spam/telegram to spam/telegram',
  ]);
  for (const { auc } of spam) expect(auc).toBeGreaterThan(0.7);
  expect(lines).toHaveLength(toxicity.length + spam.length);
}, 60_000);
