import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { ScoringFailure } from '../scoring-failure.js';
import { type ThreadAnswer, type ThreadData, threadMain } from './thread-main.js';

/** The model gave no outputs. */
export class ModelFailed extends ScoringFailure {
  /** @param detail what ONNX Runtime says: for the start, not for the log */
  constructor(readonly detail: string) {
    super('cannot run its model');
  }
}

const PROGRAM = `(${threadMain.toString()})(require)`;

interface Turn {
  tokens: number[];
  resolve: (logits: number[]) => void;
  reject: (error: Error) => void;
  /** Lets go of the signal of whoever waits. */
  done: () => void;
}

/**
 * Runs a model in a thread of its own, one text after another. ONNX Runtime computes on the thread that asks
 * it, where it would keep this process from all other work, its time limits included.
 */
export class OnnxThread {
  private readonly data: ThreadData;
  private worker: Worker | undefined;
  private readonly waiting: Turn[] = [];
  private current: Turn | undefined;
  private turns = 0;

  constructor(files: Pick<ThreadData, 'runtime' | 'model'>) {
    // One core stays with the thread that asks.
    this.data = { ...files, threads: Math.max(1, availableParallelism() - 1) };
  }

  /**
   * The outputs of the model for a list of tokens. A turn that nobody waits for any longer is left out, unless
   * it has begun. A thread that died is started anew.
   * @throws ModelFailed
   */
  run(tokens: number[], signal: AbortSignal): Promise<number[]> {
    return new Promise((resolve, reject) => {
      const forget = (): void => this.forget(turn);
      const turn: Turn = {
        tokens,
        resolve,
        reject,
        done: () => signal.removeEventListener('abort', forget),
      };
      signal.addEventListener('abort', forget);
      this.waiting.push(turn);
      this.next();
    });
  }

  /** Ends the thread; what is asked later starts another. */
  async stop(): Promise<void> {
    await this.worker?.terminate();
  }

  private next(): void {
    if (this.current !== undefined) return;
    this.current = this.waiting.shift();
    if (this.current === undefined) {
      // An idle thread must not keep the process.
      this.worker?.unref();
      return;
    }
    this.turns += 1;
    this.worker ??= this.start();
    this.worker.ref();
    this.worker.postMessage({ id: this.turns, tokens: this.current.tokens });
  }

  private start(): Worker {
    const worker = new Worker(PROGRAM, { eval: true, workerData: this.data });
    worker.on('message', (answer: ThreadAnswer) => this.take(answer));
    let detail = 'its thread ended';
    worker.on('error', (error) => (detail = error.message));
    worker.on('exit', () => this.onExit(worker, detail));
    return worker;
  }

  private take(answer: ThreadAnswer): void {
    if (answer.id !== this.turns) return;
    const turn = this.endTurn();
    if ('logits' in answer) turn?.resolve(answer.logits);
    else turn?.reject(new ModelFailed(answer.failed));
    this.next();
  }

  private onExit(worker: Worker, detail: string): void {
    if (this.worker === worker) this.worker = undefined;
    this.endTurn()?.reject(new ModelFailed(detail));
    this.next();
  }

  private endTurn(): Turn | undefined {
    const turn = this.current;
    this.current = undefined;
    turn?.done();
    return turn;
  }

  private forget(turn: Turn): void {
    const at = this.waiting.indexOf(turn);
    if (at >= 0) this.waiting.splice(at, 1);
  }
}
