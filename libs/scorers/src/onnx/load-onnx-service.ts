import type { Config } from '#config';
import type { Label } from '#contract';
import { asRecord } from '../json-shape.js';
import type { ScoringService } from '../scoring-service.js';
import { findRuntime } from './find-runtime.js';
import { labelNamed } from './label-names.js';
import { type ModelFiles, readModelFiles, refuse } from './model-files.js';
import { OnnxService } from './onnx-service.js';
import { ModelFailed, OnnxThread } from './onnx-thread.js';
import type { Reading } from './probabilities.js';
import { TokenWindows } from './token-windows.js';

/** Attention costs the square of the length, and a comment is short: longer texts are cut into windows. */
const LONGEST_WINDOW = 512;
/** With less there would be no room for words. */
const SHORTEST_WINDOW = 8;

/**
 * Reads the model of `SCORER_FOLDER` and tries it once: what is wrong with it is told at the start, not by every comment.
 * @throws ConfigError
 */
export async function loadOnnxService(
  config: Pick<Config, 'SCORER_FOLDER'>,
): Promise<ScoringService> {
  const folder = config.SCORER_FOLDER ?? '';
  const files = await readModelFiles(folder);
  const labels = labelsOf(files);
  const windows = new TokenWindows(files.tokenizer, windowOf(files));
  const thread = new OnnxThread({ runtime: findRuntime(folder), model: files.model });
  const service = new OnnxService({
    version: files.version,
    windows,
    labels,
    reading: readingOf(files, labels.length),
    run: (tokens, signal) => thread.run(tokens, signal),
  });
  await service
    .score('a', { signal: new AbortController().signal })
    .catch(async (error: unknown) => {
      await thread.stop();
      const detail =
        error instanceof ModelFailed
          ? error.detail
          : `outputs other than the ${labels.length} of id2label`;
      refuse(`holds a model.onnx that cannot be used (${detail})`);
    });
  return service;
}

/** Our labels in the order of the model's outputs. */
function labelsOf({ config }: ModelFiles): (Label | undefined)[] {
  const names = Object.entries(asRecord(config['id2label']) ?? {})
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, name]) => String(name));
  const labels = names.map(labelNamed);
  if (labels.some((label) => label !== undefined)) return labels;
  return refuse('holds a config.json whose id2label names no label of Moderato');
}

/** As Hugging Face's own pipelines read a model. */
function readingOf({ config }: ModelFiles, outputs: number): Reading {
  const each = config['problem_type'] === 'multi_label_classification' || outputs === 1;
  return each ? 'each' : 'one-of-all';
}

function windowOf({ config, tokenizerConfig }: ModelFiles): number {
  // RoBERTa and its kin count positions from the padding token on, and leave two unused.
  const unused = String(config['model_type']).includes('roberta') ? 2 : 0;
  const lengths = [
    Number(tokenizerConfig['model_max_length']),
    Number(config['max_position_embeddings']) - unused,
  ].filter((length) => length >= SHORTEST_WINDOW);
  return Math.min(LONGEST_WINDOW, ...lengths);
}
