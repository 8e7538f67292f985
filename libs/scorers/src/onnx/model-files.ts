import { ConfigError } from '#config';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { asRecord } from '../json-shape.js';
import { type TextTokenizer, textTokenizer } from './text-tokenizer.js';
import { wordPieceFrom } from './word-piece.js';

type Json = Record<string, unknown>;

/** What a model's folder says about it. */
export interface ModelFiles {
  model: string;
  /** The first digits of the model's SHA-256: names and dates of files tell nothing. */
  version: string;
  config: Json;
  tokenizerConfig: Json;
  tokenizer: TextTokenizer;
}

/** Reads a folder as the exporters of Hugging Face write it. @throws ConfigError that names the file at fault */
export async function readModelFiles(folder: string): Promise<ModelFiles> {
  const model = join(folder, 'model.onnx');
  const version = await digest(model).catch(() => refuse('holds no model.onnx that can be read'));
  const config = await readJson(join(folder, 'config.json'));
  if (config === null) refuse('holds no config.json that can be read');
  const tokenizerConfig = (await readJson(join(folder, 'tokenizer_config.json'))) ?? {};
  const tokenizer = await readTokenizer(folder, tokenizerConfig);
  return { model, version, config, tokenizerConfig, tokenizer };
}

/** @throws ConfigError */
export function refuse(fault: string): never {
  throw new ConfigError(
    `The folder of SCORER_FOLDER ${fault}; docs/scorers.md says what it needs.`,
  );
}

async function readTokenizer(folder: string, config: Json): Promise<TextTokenizer> {
  const described =
    (await readJson(join(folder, 'tokenizer.json'))) ??
    wordPieceFrom(
      (await readText(join(folder, 'vocab.txt'))) ?? '',
      config['do_lower_case'] !== false,
    );
  if (described === null) return refuse('holds no tokenizer.json or vocab.txt that can be read');
  try {
    return textTokenizer(described, config);
  } catch (error) {
    return refuse(`holds a tokenizer that is not supported (${(error as Error).message})`);
  }
}

/** `null` when it is missing or no object. */
async function readJson(file: string): Promise<Json | null> {
  try {
    return asRecord(JSON.parse((await readText(file)) ?? ''));
  } catch {
    return null;
  }
}

const readText = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

async function digest(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex').slice(0, 12);
}
