import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '#config';
import type { TextScorer } from '#moderation';
import { chooseScorer } from '#scorers';
import { describeWith, needs } from '../harness/requirements.js';
import { tinyOnnxModel } from './tiny-onnx-model.js';

const VOCABULARY = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'you', 'idiot', '##s', 'die', 'a'];
/** For each token what it adds to `toxic`, `threat` and `zebra`. */
const WEIGHTS: Record<string, number[]> = {
  '[CLS]': [-4, -4, 0],
  idiot: [6, 0, 9],
  '##s': [1, 0, 0],
  die: [3, 8, 0],
};
const WEIGHT_TABLE = VOCABULARY.map((token) => WEIGHTS[token] ?? [0, 0, 0]);
const CONFIG = {
  model_type: 'bert',
  id2label: { '0': 'toxic', '1': 'threat', '2': 'zebra' },
  problem_type: 'multi_label_classification',
  max_position_embeddings: 64,
};

const local: TextScorer = {
  name: 'local',
  version: '3',
  score: () => ({
    labels: [
      { label: 'toxicity', score: 0.1, spans: [] },
      { label: 'spam', score: 0.2, spans: [] },
    ],
  }),
};
const FROM_LOCAL = {
  label: 'spam',
  score: 0.2,
  spans: [],
  by: { name: 'local', version: '3', because: 'not-scored' },
};
const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

let folder: string;
const put = (name: string, content: string | Uint8Array | object): void =>
  writeFileSync(
    join(folder, name),
    typeof content === 'string' || content instanceof Uint8Array
      ? content
      : JSON.stringify(content),
  );

const load = (settings: Record<string, string> = {}): Promise<TextScorer> =>
  chooseScorer(loadConfig({ SCORER: 'onnx', SCORER_FOLDER: folder, ...settings }), local);

async function scoresOf(scorer: TextScorer, text: string): Promise<Record<string, number>> {
  const { labels } = await scorer.score(text, {});
  return Object.fromEntries(labels.map(({ label, score }) => [label, score]));
}

describeWith(needs.onnxruntimeNode, 'a model of ONNX from a folder', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'moderato-onnx-'));
    symlinkSync(dirname(needs.onnxruntimeNode.path!), join(folder, 'node_modules'));
    put('model.onnx', tinyOnnxModel(WEIGHT_TABLE));
    put('vocab.txt', `${VOCABULARY.join('\n')}\n`);
    put('config.json', CONFIG);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('scores texts under the labels that it shares with us; the local model adds the others', async () => {
    const scorer = await load();
    expect(scorer.name).toBe('onnx');
    expect(scorer.version).toMatch(/^[0-9a-f]{12}$/);
    expect((await scorer.score('You IDIOTS', {})).labels).toEqual([
      { label: 'toxicity', score: expect.closeTo(sigmoid(3), 5), spans: [] },
      { label: 'threat', score: expect.closeTo(sigmoid(-4), 5), spans: [] },
      FROM_LOCAL,
    ]);
  });

  it('reads tokenizer.json, and a model whose labels exclude each other', async () => {
    const special = (content: string, id: number) => ({ id, content, special: true });
    const piece = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
    put('tokenizer.json', {
      added_tokens: [special('[UNK]', 1), special('[CLS]', 2), special('[SEP]', 3)],
      normalizer: { type: 'Lowercase' },
      pre_tokenizer: { type: 'WhitespaceSplit' },
      post_processor: {
        type: 'TemplateProcessing',
        single: [piece('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, piece('[SEP]')],
        special_tokens: {
          '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
          '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
        },
      },
      decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
      model: {
        type: 'WordPiece',
        unk_token: '[UNK]',
        continuing_subword_prefix: '##',
        max_input_chars_per_word: 100,
        vocab: Object.fromEntries(VOCABULARY.map((token, id) => [token, id])),
      },
    });
    put('config.json', { id2label: { 0: 'neutral', 1: 'Identity_Hate', 2: 'zebra' } });
    unlinkSync(join(folder, 'vocab.txt'));
    const [neutral, hate, zebra] = [Math.exp(-1), Math.exp(4), 1];
    expect(await scoresOf(await load(), 'die')).toEqual({
      'identity-attack': expect.closeTo(hate / (neutral + hate + zebra), 5),
      toxicity: 0.1,
      spam: 0.2,
    });
  });

  it('looks at the whole of a text that is longer than the model takes', async () => {
    const scorer = await load();
    const { threat } = await scoresOf(scorer, `${'a '.repeat(3000)} die ${'a '.repeat(3000)}`);
    expect(threat).toBeCloseTo(sigmoid(4), 5);
  });

  it('scores many texts that come at the same time, each as if it were alone', async () => {
    const scorer = await load();
    const texts = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 'you die' : 'you idiot'));
    const scores = await Promise.all(texts.map((text) => scoresOf(scorer, text)));
    scores.forEach(({ threat }, i) => expect(threat).toBeCloseTo(sigmoid(i % 2 ? -4 : 4), 5));
  });

  it.each<[string, () => void, RegExp]>([
    ['no model', () => unlinkSync(join(folder, 'model.onnx')), /holds no model\.onnx/],
    ['a broken model', () => put('model.onnx', 'nonsense'), /cannot be used \(.*protobuf/i],
    ['no config.json', () => unlinkSync(join(folder, 'config.json')), /holds no config\.json/],
    ['no vocabulary', () => unlinkSync(join(folder, 'vocab.txt')), /tokenizer\.json or vocab\.txt/],
    ['another vocabulary', () => put('vocab.txt', 'a\nb\n'), /tokenizer\.json or vocab\.txt/],
    ['a tokenizer of unknown kind', () => put('tokenizer.json', {}), /tokenizer that is not supp/],
    [
      'labels that mean nothing here',
      () => put('config.json', { ...CONFIG, id2label: { 0: 'LABEL_0' } }),
      /id2label names no label of Moderato/,
    ],
    [
      'another number of outputs than labels',
      () => put('config.json', { ...CONFIG, id2label: { 0: 'toxic' } }),
      /outputs other than the 1 of id2label/,
    ],
    [
      'tokens that the model does not have',
      () => put('vocab.txt', `${VOCABULARY.slice(0, 8).join('\n')}\nb\nc\na\n`),
      /cannot be used \(.*out of/i,
    ],
  ])('with %s ends the start with one sentence', async (_, spoil, sentence) => {
    spoil();
    const error = await load().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message).toMatch(sentence);
    expect((error as Error).message).toMatch(/docs\/scorers\.md says what it needs\.$/);
  });

  const own = !needs.onnxruntimeNode.path?.includes('.cache');
  it.skipIf(own)('says how to install the runtime where it is missing', async () => {
    unlinkSync(join(folder, 'node_modules'));
    mkdirSync(join(folder, 'node_modules'));
    await expect(load()).rejects.toThrow(
      `install it beside the model: npm install --ignore-scripts --prefix ${folder} onnxruntime-node@`,
    );
  });
});
