import {
  type Check,
  type CheckContext,
  classifierScorer,
  classifierSpamScorer,
  defaultChecks,
  fingerprint,
  runChecks,
  verdict,
} from '#moderation';
import type { BenchOptions } from '../benchmark.js';
import { type Figure, figureData, median } from '../figures.js';
import { openClassifier } from '../open-classifier.js';
import { readSampleContexts, type SampleContext } from './sample-contexts.js';

interface Candidate {
  name: string;
  run: (sample: SampleContext) => unknown;
}

const TIME_LIMIT_MS = 10_000;

/** What the checks cost a comment on one core, all together and each alone, next to parsing the comment's JSON. */
export async function benchChecks({
  rounds,
  seconds,
  weights,
  print,
}: BenchOptions): Promise<object> {
  const samples = await readSampleContexts();
  const measureMs = (seconds ?? 1) * 1000;
  print(`checks: ${samples.length} samples, ${rounds} rounds of ${measureMs / 1000} s each\n`);
  const classifier = await openClassifier(weights);
  const candidates = listCandidates(
    defaultChecks({
      scorers: [classifierScorer(classifier)],
      spamScorer: classifierSpamScorer(classifier),
    }),
  );
  const figures = candidates.map(({ name }): Figure => ({ name, rounds: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, candidate] of candidates.entries()) {
      figures[index]?.rounds.push(await measure(candidate, samples, measureMs));
    }
  }
  const [all, ...others] = figures;
  if (all === undefined) throw new Error('nothing was measured');
  print(costTable([all, ...others]));
  return { samples: samples.length, figures: figureData([all, ...others]) };
}

function listCandidates(checks: readonly Check[]): Candidate[] {
  const options = { clock: () => performance.now(), timeLimitMs: TIME_LIMIT_MS };
  return [
    {
      name: 'all checks and the verdict',
      run: async (sample) => {
        const context = freshContext(sample);
        return verdict(await runChecks(checks, context, options), context);
      },
    },
    ...checks.map((check): Candidate => ({
      name: `  ${check.name}, alone`,
      run: (sample) => check.run(freshContext(sample)),
    })),
    { name: 'fingerprint (at intake)', run: ({ context }) => fingerprint(context.comment.body) },
    { name: 'JSON.parse (reference)', run: ({ line }) => JSON.parse(line) as unknown },
  ];
}

/**
 * A comment that no check has seen: the checks share one reading of the text, kept with the comment, so that each check
 * alone costs more than its part in all of them.
 */
function freshContext({ context }: SampleContext): CheckContext {
  return { ...context, comment: { ...context.comment } };
}

/** Comments a second, after a warm-up of a fifth of the time. */
async function measure(
  candidate: Candidate,
  samples: SampleContext[],
  measureMs: number,
): Promise<number> {
  await runFor(candidate, samples, measureMs / 5);
  const start = performance.now();
  const comments = await runFor(candidate, samples, measureMs);
  return (comments / (performance.now() - start)) * 1000;
}

async function runFor(
  { run }: Candidate,
  samples: SampleContext[],
  durationMs: number,
): Promise<number> {
  const end = performance.now() + durationMs;
  let comments = 0;
  do {
    for (const sample of samples) {
      const result = run(sample);
      if (result instanceof Promise) await result;
    }
    comments += samples.length;
  } while (performance.now() < end);
  return comments;
}

function costTable(figures: Figure[]): string {
  const reference = median(figures.at(-1)?.rounds ?? []);
  const heads = ['microseconds', 'comments/s', 'x JSON.parse'].map((head) => head.padStart(14));
  const rows = figures.map(({ name, rounds }) => {
    const perSecond = median(rounds);
    const cells = [
      (1e6 / perSecond).toFixed(2),
      Math.round(perSecond).toLocaleString('en'),
      (reference / perSecond).toFixed(1),
    ];
    return name.padEnd(30) + cells.map((value) => value.padStart(14)).join('');
  });
  return [`${'a comment, one core'.padEnd(30)}${heads.join('')}`, ...rows].join('\n');
}
