import type * as workerThreads from 'node:worker_threads';

/** What ONNX Runtime is used for; the package itself need not be installed. */
export interface Runtime {
  InferenceSession: {
    create(model: string, options: object): Promise<Session>;
  };
  Tensor: new (type: 'int64', data: BigInt64Array, shape: number[]) => object;
}

interface Session {
  inputNames: readonly string[];
  outputNames: readonly string[];
  run(feeds: Record<string, object>): Promise<Record<string, Output | undefined>>;
}

interface Output {
  type: string;
  data: Iterable<number>;
}

/** The two modules that the thread is given, and nothing else. */
interface Modules {
  (name: 'node:worker_threads'): typeof workerThreads;
  (path: string): Runtime;
}

/** What the thread is started with. */
export interface ThreadData {
  /** Where onnxruntime-node is. */
  runtime: string;
  model: string;
  threads: number;
}

/** What the thread answers: to its start with id 0, then to each list of tokens with the number of its turn. */
export type ThreadAnswer = { id: number; logits: number[] } | { id: number; failed: string };

/**
 * The whole program of the thread: it is handed over as text, for Node cannot load TypeScript, so that it may
 * name nothing outside of itself but its types.
 */
export function threadMain(load: Modules): void {
  const thread = load('node:worker_threads');
  const { runtime, model, threads } = thread.workerData as ThreadData;
  const { parentPort } = thread;
  const { InferenceSession, Tensor } = load(runtime);

  const feedsFor = (session: Session, tokens: number[]): Record<string, object> => {
    const shape = [1, tokens.length];
    const values: Record<string, BigInt64Array> = {
      input_ids: BigInt64Array.from(tokens, BigInt),
      attention_mask: new BigInt64Array(tokens.length).fill(1n),
      token_type_ids: new BigInt64Array(tokens.length),
    };
    return Object.fromEntries(
      session.inputNames.map((name) => {
        const data = values[name];
        if (data === undefined) throw new Error(`its input "${name}" is not known`);
        return [name, new Tensor('int64', data, shape)];
      }),
    );
  };

  const scoresOf = async (session: Session, tokens: number[]): Promise<number[]> => {
    const outputs = await session.run(feedsFor(session, tokens));
    const output = outputs['logits'] ?? outputs[session.outputNames[0] ?? ''];
    if (output?.type !== 'float32') throw new Error('its first output is not of type float32');
    return [...output.data];
  };

  const answer = (id: number, work: Promise<number[]>): void => {
    work.then(
      (logits) => parentPort?.postMessage({ id, logits }),
      (error: unknown) => parentPort?.postMessage({ id, failed: (error as Error).message }),
    );
  };

  const started = InferenceSession.create(model, {
    intraOpNumThreads: threads,
    // Fatal only: it writes to standard error by itself, and what fails is answered anyway.
    logSeverityLevel: 4,
  });
  answer(
    0,
    started.then(() => []),
  );
  parentPort?.on('message', ({ id, tokens }: { id: number; tokens: number[] }) => {
    answer(
      id,
      started.then((session) => scoresOf(session, tokens)),
    );
  });
}
