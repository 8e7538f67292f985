import { LABELS, type TextSpan } from '#contract';
import type { Check, CheckContext, Signal } from './check.js';

/** Why a check gave no answer that can be used. */
export type CheckError = 'failed' | 'timed-out' | 'invalid';

/** One check's answer. */
export interface CheckRun {
  check: string;
  version: string;
  /** What can be used of the answer; empty when the check failed. */
  signals: Signal[];
  /** `null` when the check ran as it should. */
  error: CheckError | null;
  /** What was thrown, for the log; must not go into findings, for it may hold the comment's text. */
  cause?: unknown;
  /** How long the check took, in milliseconds; for one that timed out, how long it was waited for. */
  milliseconds: number;
}

/** The clock gives milliseconds from any origin; the limit, in milliseconds, holds for checks that answer later. */
export interface RunOptions {
  clock: () => number;
  timeLimitMs: number;
}

type Answer = Pick<CheckRun, 'signals' | 'error' | 'cause'>;

const KNOWN_LABELS: ReadonlySet<unknown> = new Set(LABELS);

function isSpanList(spans: unknown, length: number): spans is TextSpan[] {
  if (!Array.isArray(spans)) return false;
  let from = 0;
  return spans.every(({ start, end }: Partial<TextSpan>) => {
    const fits = Number.isInteger(start) && Number.isInteger(end);
    if (!fits || Number(start) < from || Number(end) <= Number(start)) return false;
    from = Number(end);
    return from <= length;
  });
}

function isValid(signal: Partial<Signal> | null | undefined, length: number): boolean {
  if (!signal || !KNOWN_LABELS.has(signal.label)) return false;
  const { score, spans, reason } = signal;
  return (
    typeof score === 'number' &&
    score >= 0 &&
    score <= 1 &&
    typeof reason === 'string' &&
    isSpanList(spans, length)
  );
}

/** Keeps what is sound of an answer: one broken signal must not hide a threat that was found beside it. */
function sift(answer: unknown, context: CheckContext): Answer {
  if (!Array.isArray(answer)) return { signals: [], error: 'invalid' };
  const { length } = context.comment.body;
  const signals = (answer as Signal[]).filter((signal) => isValid(signal, length));
  return { signals, error: signals.length === answer.length ? null : 'invalid' };
}

/** Whatever a check answers with may be broken, so that even looking at it may throw. */
function siftSafely(answer: unknown, context: CheckContext): Answer {
  try {
    return sift(answer, context);
  } catch (cause) {
    return { signals: [], error: 'invalid', cause };
  }
}

const failure = (cause: unknown): Answer => ({ signals: [], error: 'failed', cause });

/** One timer for all checks that answer later; none where all answer at once. */
class Deadline {
  private timer: NodeJS.Timeout | undefined;
  private expiry: Promise<Answer> | undefined;

  constructor(private readonly timeLimitMs: number) {}

  get passed(): Promise<Answer> {
    this.expiry ??= new Promise((resolve) => {
      this.timer = setTimeout(() => resolve({ signals: [], error: 'timed-out' }), this.timeLimitMs);
    });
    return this.expiry;
  }

  clear(): void {
    clearTimeout(this.timer);
  }
}

function ask(check: Check, context: CheckContext, deadline: Deadline): Answer | Promise<Answer> {
  try {
    const answer: unknown = check.run(context);
    if (!(answer instanceof Promise)) return siftSafely(answer, context);
    const settled = answer.then((signals) => siftSafely(signals, context), failure);
    return Promise.race([settled, deadline.passed]);
  } catch (cause) {
    return failure(cause);
  }
}

/** Milliseconds from one moment to another, to the microsecond; a clock may be set back. */
function elapsed(began: number, ended: number): number {
  return Math.round(Math.max(0, ended - began) * 1000) / 1000;
}

/**
 * Runs all checks on one context, those that answer later side by side, and never rejects: a check that throws, takes too
 * long or answers nonsense is named in its run.
 */
export async function runChecks(
  checks: readonly Check[],
  context: CheckContext,
  { clock, timeLimitMs }: RunOptions,
): Promise<CheckRun[]> {
  const deadline = new Deadline(timeLimitMs);
  const runs = checks.map((check) => {
    const began = clock();
    const finish = (answer: Answer): CheckRun => {
      const { name, version } = check;
      return { check: name, version, ...answer, milliseconds: elapsed(began, clock()) };
    };
    const answer = ask(check, context, deadline);
    return answer instanceof Promise ? answer.then(finish) : Promise.resolve(finish(answer));
  });
  try {
    return await Promise.all(runs);
  } finally {
    deadline.clear();
  }
}
