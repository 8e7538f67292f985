import { stat } from 'node:fs/promises';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import type { BenchOptions } from '../benchmark.js';
import { type Figure, figureData, figureTable } from '../figures.js';
import { openClassifier } from '../open-classifier.js';
import { type TextTask, textsPerSecond } from '../throughput.js';
import { measureLoading } from './loaded-weights.js';
import { COMMENT_LENGTH, sizedComments } from './sized-comments.js';

/** Comments a second of the classifier on one core, and what loading it costs. */
export async function benchClassifier({
  rounds,
  seconds,
  weights,
  print,
}: BenchOptions): Promise<object> {
  const tasks = await listTasks(weights);
  const comments = await sizedComments();
  const measureMs = (seconds ?? 1) * 1000;
  print(
    `classifier: ${comments.length} English comments of ${COMMENT_LENGTH} characters, ${rounds} rounds of ${measureMs / 1000} s each\n`,
  );
  const figures = tasks.map(({ name }): Figure => ({ name, rounds: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, task] of tasks.entries()) {
      figures[index]?.rounds.push(textsPerSecond(task, comments, measureMs));
    }
  }
  const [main, ...others] = figures;
  if (main === undefined) throw new Error('nothing was measured');
  print(figureTable([main, ...others]));
  const loading = await measureLoading(weights);
  const { size } = await stat(weights);
  print(
    [
      '',
      `weights file         ${(size / 1e6).toFixed(2)} MB`,
      `importing            ${loading.importMs.toFixed(0)} ms`,
      `loading the weights  ${loading.loadMs.toFixed(0)} ms`,
      `the first comment    ${loading.firstMs.toFixed(1)} ms`,
      `resident memory      ${loading.residentMb.toFixed(1)} MB more`,
    ].join('\n'),
  );
  return { comments: comments.length, figures: figureData([main, ...others]), size, loading };
}

async function listTasks(weights: string): Promise<TextTask[]> {
  const classifier = await openClassifier(weights);
  const obscenity = new RegExpMatcher({
    ...englishDataset.build(),
    ...englishRecommendedTransformers,
  });
  return [
    { name: 'all labels and spans', run: (text) => classifier.classify(text) },
    {
      name: 'the same, language given',
      run: (text) => classifier.classify(text, { language: 'en' }),
    },
    { name: 'spam by content', run: (text) => classifier.scoreSpam(text) },
    { name: 'obscenity, all matches', run: (text) => obscenity.getAllMatches(text) },
    { name: 'JSON, there and back', run: (text) => JSON.parse(JSON.stringify(text)) as unknown },
  ];
}
