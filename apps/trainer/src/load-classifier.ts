import { readFile } from 'node:fs/promises';
import { Classifier, WeightsError } from '#classifier';
import { StartupError } from '#startup';

/** Reads a weights file. Throws a `StartupError` that says what to do where there is none, or none that can be read. */
export async function loadClassifier(file: string): Promise<Classifier> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new StartupError(
      `There is no weights file at ${file}: train one with npm run train, or name another with --weights.`,
      { cause: error },
    );
  }
  try {
    return Classifier.load(bytes);
  } catch (error) {
    if (!(error instanceof WeightsError)) throw error;
    throw new StartupError(`${file}: ${error.message}`, { cause: error });
  }
}
