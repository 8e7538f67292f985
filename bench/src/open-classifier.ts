import type { Classifier } from '#classifier';
import { StartupError } from '#startup';
import { ToolError } from '../../apps/tools/src/http/tool-error.js';
import { loadClassifier } from '../../apps/trainer/src/load-classifier.js';

/** Reads a weights file; throws a `ToolError` that says what to do where there is none that can be read. */
export async function openClassifier(weights: string): Promise<Classifier> {
  try {
    return await loadClassifier(weights);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    throw new ToolError(error.message, { cause: error });
  }
}
