import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadClassifier } from './load-classifier.js';
import { tinyWeights } from './tiny-weights.fixture.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moderato-weights-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('reads what the trainer writes', async () => {
  const file = join(folder, 'tiny.weights');
  await writeFile(file, tinyWeights());
  const classifier = await loadClassifier(file);
  expect(classifier.version).toBe('2026-01-01');
});

test('says how to get a weights file where there is none', async () => {
  await expect(loadClassifier(join(folder, 'none'))).rejects.toThrow(
    /^There is no weights file at .*none: train one with npm run train, or name another with --weights\.$/,
  );
});

test('says that a file is no weights file', async () => {
  const file = join(folder, 'text');
  await writeFile(file, 'hello');
  await expect(loadClassifier(file)).rejects.toThrow(
    `${file}: This is no weights file of Moderato.`,
  );
});
