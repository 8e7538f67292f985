import { DEFAULT_POLICY } from '#moderation';
import { runTool } from '#startup';
import { loadClassifier } from '../load-classifier.js';
import { parseEvaluateArguments, USAGE } from './evaluate-arguments.js';
import { evaluate } from './evaluate.js';
import { evaluationJson, evaluationTable } from './evaluation-report.js';
import { policyLabel } from './labels.js';

/** Where a policy never holds for a label, a score that is more likely than not. */
const LIKELY = 0.5;

await runTool(async () => {
  const given = parseEvaluateArguments(process.argv.slice(2));
  if (given === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { weights, ...options } = given;
  const label = policyLabel(options.task, options.label);
  const usual = label === undefined ? LIKELY : (DEFAULT_POLICY.thresholds[label].hold ?? LIKELY);
  const classifier = await loadClassifier(weights);
  const evaluation = await evaluate(classifier, {
    ...options,
    threshold: options.threshold ?? usual,
  });
  process.stdout.write(`${evaluationTable(evaluation)}\n\n${evaluationJson(evaluation)}\n`);
  return 0;
});
