import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '#startup';
import { WEIGHTS_FILE, writeReport } from '../report/write-report.js';
import { readWordVectors, VECTORS_FOLDER } from '../words/word-vectors.js';
import { progressLine } from './progress.js';
import { trainClassifier } from './train-classifier.js';
import { parseTrainArguments, TRAIN_USAGE } from './train-arguments.js';

function run(): number {
  const given = parseTrainArguments(process.argv.slice(2), TRAIN_USAGE);
  if (given === null) return 0;
  const onProgress = progressLine();
  onProgress('reading', 0);
  const vectors = readWordVectors(VECTORS_FOLDER);
  const weights = trainClassifier({ ...given, vectors, onProgress });
  mkdirSync(given.out, { recursive: true });
  writeFileSync(join(given.out, WEIGHTS_FILE), weights);
  const figures = writeReport(given, (share) => onProgress('measuring', share));
  process.stderr.write('\n');
  process.stdout.write(figures);
  return 0;
}

await runTool(() => Promise.resolve().then(run));
