import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StartupError } from '#startup';
import { loadClassifier } from './load-classifier.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moderato-weights-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the weights file of the classifier', () => {
  it('is named with what to do when it is not there', async () => {
    const file = join(folder, 'none');
    await expect(loadClassifier(file)).rejects.toEqual(
      new StartupError(
        `The classifier's weights cannot be read from ${file} (ENOENT); correct CLASSIFIER_WEIGHTS, or leave it out for the shipped file.`,
      ),
    );
  });

  it.each<[string, Uint8Array, RegExp]>([
    [
      'of another kind',
      Buffer.from('hello, world'),
      /: This is no weights file of Moderato; correct/,
    ],
    ['that is empty', new Uint8Array(), /: This is no weights file of Moderato; correct/],
    [
      'that was cut off',
      damaged(),
      /: The weights file is damaged: .*; correct CLASSIFIER_WEIGHTS/,
    ],
  ])('%s is refused in one sentence', async (_, content, message) => {
    const file = join(folder, 'weights');
    await writeFile(file, content);
    const refused = loadClassifier(file);
    await expect(refused).rejects.toBeInstanceOf(StartupError);
    await expect(refused).rejects.toThrow(message);
  });

  it('that is a folder is refused as well', async () => {
    await expect(loadClassifier(folder)).rejects.toThrow(/\(EISDIR\); correct CLASSIFIER_WEIGHTS/);
  });
});

/** As the header says, but without what the checksum was made of. */
function damaged(): Uint8Array {
  const file = Buffer.alloc(100);
  file.write('MODERATO', 'latin1');
  file.writeUInt32LE(1, 8);
  return file;
}
