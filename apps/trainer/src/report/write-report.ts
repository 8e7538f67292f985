import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '#startup';
import { learnedFrom } from '../data/learned-from.js';
import { readSpamRows } from '../spam/read-spam-rows.js';
import { measureClassifier } from './measure-classifier.js';
import { modelCard } from './model-card.js';
import type { Transfer } from './transfer.js';

/** The file that training writes and workers read, in the folder of the models. */
export const WEIGHTS_FILE = 'classifier.weights';

function readWeights(folder: string): Uint8Array {
  const file = join(folder, WEIGHTS_FILE);
  if (!existsSync(file)) {
    throw new StartupError(`There is no weights file at ${file}: train one with npm run train.`);
  }
  return readFileSync(file);
}

function readTransfer(folder: string): Transfer | null {
  const file = join(folder, 'transfer.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Transfer) : null;
}

/** Measures the weights in a folder and writes `report.json` and `model-card.md` beside them; returns the card's figures. */
export function writeReport(
  { data, out, seed }: { data: string; out: string; seed: number },
  onProgress: (share: number) => void,
): string {
  const weights = readWeights(out);
  const report = measureClassifier(data, weights, onProgress);
  writeFileSync(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  const card = modelCard({
    ...{ report, seed, bytes: weights.length, transfer: readTransfer(out) },
    ...{ learnedFrom: learnedFrom(data), spamRows: readSpamRows(data) },
  });
  writeFileSync(join(out, 'model-card.md'), card);
  return card.slice(card.indexOf('## Figures'));
}
