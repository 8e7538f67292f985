/** How a {@link Batcher} groups its items. */
export interface BatcherOptions {
  /** Items in one batch at most. */
  size: number;
  /** Batches at work at the same time at most. */
  parallel: number;
  /** Items that may wait for a batch; one more is refused. */
  capacity: number;
  /** The error for an item that is refused because too many wait. */
  full: () => Error;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Turns single calls that come at the same time into batches: an idle batcher runs an item at once,
 * a busy one gathers what comes meanwhile. So a batch costs no waiting when there is little to do,
 * and saves statements and commits when there is much.
 */
export class Batcher<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private running = 0;
  private scheduled = false;

  /**
   * @param run answers every item of a batch, in order; an Error among the answers rejects that
   * item alone, a rejection rejects them all.
   */
  constructor(
    private readonly run: (items: Item[]) => Promise<(Result | Error)[]>,
    private readonly options: BatcherOptions,
  ) {}

  /** Resolves with the item's own result, once its batch is done. */
  submit(item: Item): Promise<Result> {
    if (this.waiting.length >= this.options.capacity) return Promise.reject(this.options.full());
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.schedule();
    });
  }

  /** Waits for the end of the loop's turn, so that what arrived together goes together. */
  private schedule(): void {
    if (this.scheduled || this.running >= this.options.parallel || this.waiting.length === 0)
      return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      void this.runBatch(this.waiting.splice(0, this.options.size));
      this.schedule();
    });
  }

  private async runBatch(batch: Waiting<Item, Result>[]): Promise<void> {
    this.running += 1;
    try {
      const results = await this.run(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = results[index];
        if (result instanceof Error) reject(result);
        else resolve(result as Result);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.running -= 1;
      this.schedule();
    }
  }
}
