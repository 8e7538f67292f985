import { ModeratoClient } from '../http/moderato-client.js';
import { type Line, readLines } from './lines.js';
import { createPacer } from './pacer.js';
import type { ReplayOptions } from './replay-options.js';
import type { ReplayReport } from './replay-report.js';
import { MalformedRow, parseRow } from './row.js';
import { RowPoster } from './row-poster.js';
import { Tally } from './tally.js';
import { VerdictWatch } from './verdict-watch.js';

export type { ReplayOptions } from './replay-options.js';
export { hasSucceeded, type ReplayReport } from './replay-report.js';

const OPEN_POLLS = 200;

/**
 * Posts every comment of a file to a service and waits for every verdict. Prints nothing; throws a ToolError when the
 * file cannot be read or the service does not answer at the start, and afterwards only counts what goes wrong.
 */
export async function replay(options: ReplayOptions): Promise<ReplayReport> {
  const { url, keys, concurrency = 20 } = options;
  // Apart, so that waiting for verdicts never takes a connection from posting.
  const posting = new ModeratoClient(url, keys, concurrency);
  const polling = new ModeratoClient(url, keys, OPEN_POLLS);
  try {
    await posting.probe();
    return await run(options, posting, polling);
  } finally {
    posting.close();
    polling.close();
  }
}

async function run(
  options: ReplayOptions,
  posting: ModeratoClient,
  polling: ModeratoClient,
): Promise<ReplayReport> {
  const tally = new Tally();
  const tell = (): void => options.onProgress?.(tally.progress());
  const watch = new VerdictWatch({
    client: polling,
    openPolls: OPEN_POLLS,
    stallMs: (options.waitSeconds ?? 120) * 1000,
    onVerdict: (verdict) => {
      tally.countVerdict(verdict);
      tell();
    },
  });
  const poster = new RowPoster({
    client: posting,
    tally,
    pace: createPacer(options.rate),
    retrySeconds: options.retrySeconds ?? 60,
    onAccepted: (id, acceptedAt) => {
      options.onAccepted?.(id);
      watch.add(id, acceptedAt);
    },
  });
  await postAll(options, poster, tally, tell);
  return tally.report(await watch.finish());
}

/**
 * Runs `concurrency` posts side by side over one stream of lines, which is read only as fast as they take from it.
 * Stops when as many rows in a row were given up: the service is gone for good.
 */
async function postAll(
  options: ReplayOptions,
  poster: RowPoster,
  tally: Tally,
  tell: () => void,
): Promise<void> {
  const { concurrency = 20 } = options;
  const lines = readLines(options.file);
  const postRows = async (): Promise<void> => {
    for (let line = await nextLine(); line !== null; line = await nextLine()) {
      await postLine(line, poster, tally);
      tell();
    }
  };
  const nextLine = async (): Promise<Line | null> => {
    if (tally.rows >= (options.limit ?? Infinity) || tally.failedInARow >= concurrency) return null;
    tally.rows += 1;
    const next = await lines.next();
    if (next.done !== true) return next.value;
    tally.rows -= 1;
    return null;
  };
  await Promise.all(Array.from({ length: concurrency }, postRows));
}

async function postLine(line: Line, poster: RowPoster, tally: Tally): Promise<void> {
  try {
    await poster.post(parseRow(line.text), line.number);
  } catch (error) {
    if (!(error instanceof MalformedRow)) throw error;
    tally.countMalformed(line.number, error.message);
  }
}
