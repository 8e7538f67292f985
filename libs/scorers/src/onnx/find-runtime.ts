import { ConfigError } from '#config';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const PACKAGE = 'onnxruntime-node';

/**
 * Where onnxruntime-node is. It takes 288 MB and few need it, so that it is not installed with Moderato: it may
 * stand beside the model, where an image that is read-only, or the next `npm ci`, leaves it alone.
 * @throws ConfigError that says how to install it
 */
export function findRuntime(folder: string): string {
  for (const from of [import.meta.filename, resolve(folder, 'model.onnx')]) {
    try {
      return createRequire(from).resolve(PACKAGE);
    } catch {
      // Not there: the next place, or the sentence below.
    }
  }
  throw new ConfigError(
    `SCORER=onnx needs the package ${PACKAGE}; install it beside the model: npm install --ignore-scripts --prefix ${folder} ${PACKAGE}@1.30.`,
  );
}
