import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OnnxThread } from './onnx-thread.js';

const [DIES, THROWS, WAITS] = [13, 14, 15];

/** In the place of ONNX Runtime: the first token says what happens. */
const RUNTIME = `
  class Tensor { constructor(type, data, shape) { Object.assign(this, { type, data, shape }); } }
  let runs = 0;
  const run = async ({ input_ids: { data, shape } }) => {
    const first = Number(data[0]);
    if (first === ${DIES}) process.exit(1);
    if (first === ${THROWS}) throw new Error('no such token');
    if (first === ${WAITS}) await new Promise((resolve) => setTimeout(resolve, 40));
    return { out: { type: 'float32', data: Float32Array.of(first, shape[1], ++runs) } };
  };
  const create = async (model) => {
    if (model === 'broken') throw new Error('no model');
    return { inputNames: ['input_ids'], outputNames: ['out'], run };
  };
  module.exports = { InferenceSession: { create }, Tensor };
`;

const folder = mkdtempSync(join(tmpdir(), 'moderato-thread-'));
const runtime = join(folder, 'runtime.cjs');
const signal = new AbortController().signal;
let thread: OnnxThread;

beforeAll(() => writeFileSync(runtime, RUNTIME));
beforeEach(() => void (thread = new OnnxThread({ runtime, model: 'model' })));
afterEach(() => thread.stop());
afterAll(() => rmSync(folder, { recursive: true }));

describe('OnnxThread', () => {
  it('gives each its own outputs, one after another', async () => {
    const answers = await Promise.all([[7, 7], [8], [9]].map((one) => thread.run(one, signal)));
    expect(answers).toEqual([
      [7, 2, 1],
      [8, 1, 2],
      [9, 1, 3],
    ]);
  });

  it('goes on after a model that fails', async () => {
    const failed = thread.run([THROWS], signal);
    const next = thread.run([7], signal);
    await expect(failed).rejects.toMatchObject({ detail: 'no such token' });
    expect(await next).toEqual([7, 1, 1]);
  });

  it('starts anew after its death, and does what waited', async () => {
    const died = thread.run([DIES], signal);
    const next = thread.run([7], signal);
    await expect(died).rejects.toMatchObject({ detail: 'its thread ended' });
    expect(await next).toEqual([7, 1, 1]);
  });

  it('leaves out what nobody waits for any longer', async () => {
    const impatient = new AbortController();
    const first = thread.run([WAITS], signal);
    void thread.run([8], impatient.signal);
    impatient.abort();
    const last = thread.run([9], signal);
    expect(await first).toEqual([WAITS, 1, 1]);
    expect(await last).toEqual([9, 1, 2]);
  });

  it.each([
    ['model', 'no model', { model: 'broken' }],
    ['runtime', 'Cannot find module', { runtime: '/nowhere/runtime.cjs' }],
  ])('says what is wrong with a %s that does not load', async (_, detail, files) => {
    thread = new OnnxThread({ runtime, model: 'model', ...files });
    await expect(thread.run([7], signal)).rejects.toMatchObject({
      message: 'cannot run its model',
      detail: expect.stringContaining(detail),
    });
  });
});
