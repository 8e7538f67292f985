import { LanguageModel } from '#classifier';
import { readSet } from '../data/read-set.js';
import { auc } from '../measures/auc.js';
import { mulberry32 } from '../obfuscate/random.js';
import { trainReference } from '../report/reference-model.js';
import type { Transfer } from '../report/transfer.js';
import { measureTransfer as measureSpamTransfer } from '../spam/measure-transfer.js';
import { readSpamRows } from '../spam/read-spam-rows.js';
import { trainEnglishPart, type TrainOptions } from '../train/train-classifier.js';

/** Sets that the model is asked to judge without having learned from them. */
const LEFT_OUT = ['implicit-hate', 'social-bias-frames', 'stormfront'] as const;

function leaveOut(
  set: (typeof LEFT_OUT)[number],
  options: TrainOptions,
): Transfer['toxicity'][number] {
  const { corpus, normalizer, weights } = trainEnglishPart({ ...options, without: [set] });
  const reference = trainReference(corpus, { normalizer, random: mulberry32(options.seed) });
  const model = new LanguageModel(weights);
  const rows = readSet(options.data, `toxicity/${set}`);
  const positive = rows.map(({ toxic }) => toxic === 1);
  const ours = rows.map(({ text: original }) => {
    model.score(normalizer.normalize(original), original);
    return model.logOdds[0] as number;
  });
  return {
    ...{ set, rows: rows.length, ours: auc(ours, positive) },
    reference: auc(
      rows.map(({ text }) => reference(text)),
      positive,
    ),
  };
}

function spamTransfer(data: string, seed: number): Transfer['spam'] {
  const { leaveOneGroupOut, leaveOneSourceOut } = measureSpamTransfer(
    readSpamRows(data),
    {
      byGroup: ['spam/youtube'],
      bySource: ['spam/youtube', 'spam/scamspot-instagram', 'spam/sms', 'spam/telegram'],
    },
    { seed },
  );
  return [
    ...Object.entries(leaveOneGroupOut).map(([set, area]) => ({
      measure: `${set}, leave one video out, mean`,
      auc: area,
    })),
    ...Object.entries(leaveOneSourceOut).map(([set, area]) => ({
      measure: `everything but ${set} to ${set}`,
      auc: area,
    })),
  ];
}

/** Trains once for every set left out: a quarter of an hour and more. `onMeasured` hears of each figure. */
export function measureTransfer(
  options: TrainOptions,
  onMeasured: (line: string) => void,
): Transfer {
  const spam = spamTransfer(options.data, options.seed);
  for (const { measure, auc: area } of spam) onMeasured(`${measure}: ${area.toFixed(4)}`);
  const toxicity = LEFT_OUT.map((set) => {
    const result = leaveOut(set, options);
    const [reference, ours] = [result.reference.toFixed(4), result.ours.toFixed(4)];
    onMeasured(`${set}, left out: reference ${reference}, ours ${ours}`);
    return result;
  });
  return { toxicity, spam };
}
