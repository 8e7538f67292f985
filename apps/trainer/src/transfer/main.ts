import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '#startup';
import { progressLine } from '../train/progress.js';
import { parseTrainArguments } from '../train/train-arguments.js';
import { readWordVectors, VECTORS_FOLDER } from '../words/word-vectors.js';
import { measureTransfer } from './measure-transfer.js';

const USAGE = `Measures what carries over to sets that were not learned from, and writes transfer.json for the model card.

  npm run transfer -- --data FOLDER [--out models] [--seed 1]
`;

function run(): number {
  const given = parseTrainArguments(process.argv.slice(2), USAGE);
  if (given === null) return 0;
  const { data, out, seed } = given;
  const vectors = readWordVectors(VECTORS_FOLDER);
  const options = { data, seed, vectors, onProgress: progressLine() };
  const transfer = measureTransfer(options, (line) => process.stdout.write(`${line}\n`));
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'transfer.json'), `${JSON.stringify(transfer, null, 2)}\n`);
  return 0;
}

await runTool(() => Promise.resolve().then(run));
