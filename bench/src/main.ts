import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { runTool, ToolError } from '../../apps/tools/src/http/tool-error.js';
import type { BenchOptions, Benchmark } from './benchmark.js';
import { benchChecks } from './checks/checks.js';
import { benchClassifier } from './classifier/classifier.js';
import { benchCounts } from './counts/counts.js';
import { withCleanup } from '../../apps/tools/src/http/cleanup.js';
import { benchIntake } from './intake/intake.js';
import { describeMachine, machineLine } from './machine.js';
import { benchPerspective } from './perspective/perspective.js';
import { benchPipeline } from './pipeline/pipeline.js';
import { benchReviews } from './reviews/reviews.js';

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  intake: benchIntake,
  pipeline: benchPipeline,
  counts: benchCounts,
  perspective: benchPerspective,
  checks: benchChecks,
  classifier: benchClassifier,
  reviews: benchReviews,
  // On demand: it brings packages along that have no business in the other measurements.
  detectors: async (options) => (await import('./detectors/detectors.js')).benchDetectors(options),
};

const USAGE = `npm run bench -- <name> [options]

  intake      durable 202s a second, next to raw pg INSERT commits and bare Fastify
  pipeline    verdicts a second, next to raw pg INSERT commits and BullMQ jobs that do nothing
  counts      answers to "how many comments" a second, next to bare Fastify that answers a constant
  perspective milliseconds of comments:analyze at 100 requests a second, next to bare Fastify
  checks      microseconds a comment of all checks, next to JSON.parse
  classifier  comments a second of the classifier, its load time and memory, next to obscenity and JSON
  reviews     milliseconds of every list of the review queue, next to a SELECT by primary key
  detectors   precision, recall and speed of the classifier and of packages from npm, on the public sets

  --rounds N     rounds, of which medians are taken (3)
  --seconds N    length of a timed measurement (10; where nothing but texts is looked at 1)
  --comments N   comments a round of the pipeline, or in the table for counts (3000)
  --articles N   articles in the table for counts (1000)
  --items N      open items of the review queue (1000000)
  --weights F    weights file of the classifier (models/classifier.weights)
  --data D       folder with the public sets, for detectors (../shared/data)
  --json         print the figures as a last line of JSON
`;

await runTool(async () => {
  const number = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: number,
      seconds: number,
      comments: number,
      articles: number,
      items: number,
      weights: { type: 'string', default: 'models/classifier.weights' },
      data: { type: 'string', default: '../shared/data' },
      json: { type: 'boolean', default: false },
    },
  });
  const benchmark = BENCHMARKS[positionals[0] ?? ''];
  if (benchmark === undefined) throw new ToolError(USAGE);
  const options: BenchOptions = {
    rounds: wholeNumber('rounds', values.rounds ?? '3'),
    ...(values.seconds !== undefined && { seconds: wholeNumber('seconds', values.seconds) }),
    comments: wholeNumber('comments', values.comments ?? '3000'),
    articles: wholeNumber('articles', values.articles ?? '1000'),
    items: wholeNumber('items', values.items ?? '1000000'),
    weights: values.weights,
    data: values.data,
    print: (text) => process.stdout.write(`${text}\n`),
  };
  const machine = describeMachine(new Date());
  options.print(machineLine(machine));
  const result = await withCleanup((cleanup) => benchmark(options, cleanup));
  if (values.json) options.print(JSON.stringify({ benchmark: positionals[0], machine, ...result }));
  return 0;
});

function wholeNumber(option: string, value: string): number {
  if (/^[1-9]\d*$/.test(value)) return Number(value);
  throw new ToolError(`--${option} must be a whole number above 0, not "${value}".`);
}
