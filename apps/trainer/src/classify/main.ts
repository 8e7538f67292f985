import { text } from 'node:stream/consumers';
import { runTool } from '#startup';
import { loadClassifier } from '../load-classifier.js';
import { parseClassifyArguments, USAGE } from './classify-arguments.js';
import { classifyText } from './classify-text.js';

await runTool(async () => {
  const given = parseClassifyArguments(process.argv.slice(2));
  if (given === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  const classifier = await loadClassifier(given.weights);
  // A comment piped in ends with the line break of the command that wrote it.
  const comment = given.text ?? (await text(process.stdin)).replace(/\r?\n$/, '');
  const answer = classifyText(classifier, comment, given.language);
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  return 0;
});
