import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../../apps/tools/src/http/project-folder.js';
import { KINDS } from '../../../apps/trainer/src/obfuscate/kinds.js';
import { obfuscate } from '../../../apps/trainer/src/obfuscate/obfuscate.js';
import { mulberry32 } from '../../../apps/trainer/src/obfuscate/random.js';

/** In UTF-16 units, as long as comments under articles are on average. */
export const COMMENT_LENGTH = 280;
const COMMENTS = 240;
/** One comment in so many has words in disguise. */
const DISGUISED = 6;
const NO_ENGLISH = new Set(['other languages', 'gibberish']);
const OFFENSIVE = new Set([
  'idiot',
  'idiots',
  'stupid',
  'moron',
  'morons',
  'scum',
  'trash',
  'liar',
]);

/** English comments of 280 characters, civil, abusive, spam and disguised by turns, made of the samples; always the same. */
export async function sizedComments(): Promise<string[]> {
  const content = await readFile(join(projectFolder(), 'samples/comments.jsonl'), 'utf8');
  const samples = content
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { kind: string; text: string })
    .filter(({ kind }) => !NO_ENGLISH.has(kind));
  const random = mulberry32(1);
  return Array.from({ length: COMMENTS }, (_, index) => {
    let text = '';
    while (text.length < COMMENT_LENGTH) {
      const sample = samples[Math.floor(random() * samples.length)];
      text += `${sample?.text ?? ''} `;
    }
    const kind = index % DISGUISED === 0 ? KINDS[(index / DISGUISED) % KINDS.length] : undefined;
    const written = kind ? obfuscate(text, kind, { random, lexicon: OFFENSIVE }) : text;
    return written.slice(0, COMMENT_LENGTH).toWellFormed();
  });
}
