import { readFileSync } from 'node:fs';
import type { LoadedWeights } from './loaded-weights.js';

const COMMENT = 'What a nonsense. You are an idiot, and whoever wrote this article is one as well!';

const collect = (): void => globalThis.gc?.();
const resident = (): number => {
  collect();
  return process.memoryUsage.rss();
};

const before = resident();
const start = performance.now();
const { Classifier } = await import('#classifier');
const imported = performance.now();
const classifier = Classifier.load(readFileSync(process.argv[2] ?? ''));
const loaded = performance.now();
classifier.classify(COMMENT);
const answered = performance.now();
for (let round = 0; round < 100; round += 1) classifier.classify(`${round} ${COMMENT}`);
const figures: LoadedWeights = {
  importMs: imported - start,
  loadMs: loaded - imported,
  firstMs: answered - loaded,
  residentMb: (resident() - before) / 1e6,
};
process.stdout.write(JSON.stringify(figures));
