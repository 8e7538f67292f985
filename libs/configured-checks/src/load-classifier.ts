import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Classifier } from '#classifier';
import { StartupError } from '#startup';

const SHIPPED = 'models/classifier.weights';

/**
 * Loads the classifier from a weights file; without one, from that which is shipped.
 * @throws StartupError when there is no such file, or none that can be used
 */
export async function loadClassifier(given: string | undefined): Promise<Classifier> {
  const file = given === undefined ? join(installationFolder(), SHIPPED) : resolve(given);
  const remedy =
    given === undefined
      ? 'install Moderato again, or make it with npm run train'
      : 'correct CLASSIFIER_WEIGHTS, or leave it out for the shipped file';
  const bytes = await readFile(file).catch((cause: unknown) => {
    const { code = 'unknown' } = cause as { code?: string };
    throw new StartupError(
      `The classifier's weights cannot be read from ${file} (${code}); ${remedy}.`,
      {
        cause,
      },
    );
  });
  try {
    return Classifier.load(bytes);
  } catch (cause) {
    // A file with the right checksum may still hold what this program cannot use.
    const problem = cause instanceof Error ? cause.message.replace(/[.]$/, '') : 'unusable';
    throw new StartupError(`${file}: ${problem}; ${remedy}.`, { cause });
  }
}

/** The folder of package.json, above the sources as above dist/. */
function installationFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) {
    folder = dirname(folder);
  }
  return folder;
}
