import { type ConvolutionTables, EDGE, UNKNOWN } from '#classifier';
import type { Row } from '../../data/corpus.js';
import type { Random } from '../../obfuscate/random.js';
import {
  type ConvolutionExample,
  hateHeads,
  outputCount,
  toExample,
} from './convolution-example.js';
import { ConvolutionNetwork } from './convolution-network.js';
import type { ConvolutionSettings } from './convolution-settings.js';
import { ConvolutionTraining } from './convolution-training.js';
import { NetworkAverage } from './network-average.js';
import { shuffled } from '../shuffled.js';

const sourceCount = (rows: readonly Row[]): number =>
  rows.reduce((most, { source }) => Math.max(most, source + 1), 0);

/** Longer texts teach by their beginning. */
const MOST_TOKENS = 400;

/** Trains the convolution on the rows that are not kept for validation; `tokens` holds each row as numbers of vectors. */
export function trainConvolution(
  rows: readonly Row[],
  tokens: readonly Int32Array[],
  vectors: { numbers: Float32Array; dimensions: number },
  options: { settings: ConvolutionSettings; random: Random; onProgress: (share: number) => void },
): Omit<ConvolutionTables, 'words'> {
  const { settings, random, onProgress } = options;
  const heads = hateHeads(rows);
  const sizes = [settings.filters, outputCount(heads)] as const;
  const network = new ConvolutionNetwork(
    ...([...sizes, vectors.numbers, vectors.dimensions, random] as const),
  );
  const average = new NetworkAverage(network);
  const training = new ConvolutionTraining(
    ...([network, settings, random, sourceCount(rows)] as const),
  );
  const examples = rows.flatMap((row, index) =>
    row.validation
      ? []
      : [toExample(row, (tokens[index] as Int32Array).subarray(0, MOST_TOKENS), heads)],
  );
  const indexes = examples.map((_, index) => index);
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    const learningRate = settings.learningRate * settings.decay ** (epoch - 1);
    const order = shuffled(indexes, random);
    for (let from = 0; from < order.length; from += settings.batch) {
      const batch = order.subarray(from, from + settings.batch);
      learnBatch(
        network,
        training,
        Array.from(batch, (at) => examples[at] as ConvolutionExample),
      );
      training.step(learningRate);
      onProgress((epoch - 1 + from / order.length) / settings.epochs);
    }
    if (epoch >= settings.averagedFrom) average.take();
  }
  return average.toTables();
}

function learnBatch(
  network: ConvolutionNetwork,
  training: ConvolutionTraining,
  batch: readonly ConvolutionExample[],
): void {
  const seen = new Set([EDGE, UNKNOWN]);
  for (const { tokens } of batch) for (const token of tokens) seen.add(token);
  for (const token of seen) network.refresh(token);
  for (const example of batch) training.learn(example);
}
