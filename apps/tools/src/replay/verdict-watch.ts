import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { HttpAnswer } from '../http/http-client.js';
import type { ModeratoClient } from '../http/moderato-client.js';
import { Waitlist, type Waiting } from './waitlist.js';
import { readOutcome, type Verdict } from './verdict.js';

const POLL_SECONDS = 10;
/** How many comments are looked at side by side when giving up. */
const LAST_LOOKS = 20;
const FAILED_POLL_PAUSE_MS = 500;

export interface VerdictWatchOptions {
  client: ModeratoClient;
  /** How many long polls may be open at once. */
  openPolls: number;
  /** Gives up when neither a comment nor a verdict has come for so long. */
  stallMs: number;
  onVerdict: (verdict: Verdict) => void;
}

/**
 * Asks for the verdicts of comments, apart from the posting of them. The oldest comments are asked for first, and one
 * that is still pending goes to the end of the line, so that a few stuck ones never keep the others from being seen.
 */
export class VerdictWatch {
  private readonly waitlist = new Waitlist();
  private readonly gone: string[] = [];
  private readonly givingUp = new AbortController();
  private open = 0;
  private progressAt = performance.now();
  private whenIdle: (() => void) | null = null;

  constructor(private readonly options: VerdictWatchOptions) {
    // Every open poll listens; that is no leak.
    setMaxListeners(0, this.givingUp.signal);
  }

  /** Starts to wait for a comment that was accepted at `acceptedAt` (of `performance.now`). */
  add(id: string, acceptedAt: number): void {
    this.progressAt = performance.now();
    this.waitlist.push({ id, acceptedAt, lastPendingAt: acceptedAt });
    this.fill();
  }

  /** Waits for all verdicts; gives the ids of the comments that have none when nothing has moved for too long. */
  async finish(): Promise<string[]> {
    const timer = setInterval(() => this.giveUpWhenStalled(), 250);
    await new Promise<void>((resolve) => {
      this.whenIdle = resolve;
      this.settleWhenIdle();
    });
    clearInterval(timer);
    return [...this.gone, ...(await this.lastLook())];
  }

  private fill(): void {
    while (this.open < this.options.openPolls && !this.givingUp.signal.aborted) {
      const waiting = this.waitlist.shift();
      if (waiting === undefined) return;
      this.open += 1;
      void this.poll(waiting).finally(() => {
        this.open -= 1;
        this.fill();
        this.settleWhenIdle();
      });
    }
  }

  private async poll(waiting: Waiting): Promise<void> {
    const startedAt = performance.now();
    const { signal } = this.givingUp;
    const answer = await this.options.client
      .read(waiting.id, POLL_SECONDS, signal)
      .catch(() => null);
    if (answer !== null && this.settles(waiting, startedAt, answer)) return;
    const isStillPending = answer?.status === 200;
    if (isStillPending) waiting.lastPendingAt = performance.now();
    else await delay(FAILED_POLL_PAUSE_MS, undefined, { signal }).catch(() => undefined);
    this.waitlist.push(waiting);
  }

  /** Whether the answer ends the wait, with a verdict or because the service does not know the comment any more. */
  private settles(waiting: Waiting, startedAt: number, answer: HttpAnswer): boolean {
    const outcome = readOutcome(waiting, startedAt, answer);
    if (outcome === 'unknown') return false;
    this.progressAt = performance.now();
    if (outcome === 'gone') this.gone.push(waiting.id);
    else this.options.onVerdict(outcome);
    return true;
  }

  private giveUpWhenStalled(): void {
    if (performance.now() - this.progressAt > this.options.stallMs) this.givingUp.abort();
    this.settleWhenIdle();
  }

  private settleWhenIdle(): void {
    const isOver = this.waitlist.size === 0 || this.givingUp.signal.aborted;
    if (this.open === 0 && isOver) this.whenIdle?.();
  }

  /** Before comments are called lost, each is looked at once more: its turn may just not have come. */
  private async lastLook(): Promise<string[]> {
    const lost: string[] = [];
    const look = async (): Promise<void> => {
      for (
        let waiting = this.waitlist.shift();
        waiting !== undefined;
        waiting = this.waitlist.shift()
      ) {
        const startedAt = performance.now();
        const answer = await this.options.client.read(waiting.id, 0).catch(() => null);
        if (answer === null || !this.settles(waiting, startedAt, answer)) lost.push(waiting.id);
      }
    };
    await Promise.all(Array.from({ length: LAST_LOOKS }, look));
    return lost;
  }
}
