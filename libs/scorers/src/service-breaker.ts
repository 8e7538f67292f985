import { Logger } from '@nestjs/common';
import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  type IBackoff,
  type IHalfOpenAfterBackoffContext,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
} from 'cockatiel';
import { ScoringFailure, ServicePaused, ServiceTimedOut, TextDeclined } from './scoring-failure.js';

/** When a service is waited for no longer, and when it is left alone. */
export interface Patience {
  timeoutMs: number;
  /** So many failures in a row. */
  failures: number;
  pauseMs: number;
}

/** Opens after so many failures in a row, and at once when the service asks to be left alone. */
class FailureCount extends ConsecutiveBreaker {
  askedToWait = false;

  override failure(): boolean {
    const asked = this.askedToWait;
    this.askedToWait = false;
    return super.failure() || asked;
  }
}

/** Asks a service within the time limit, or not at all while it is known to fail. */
export class ServiceBreaker {
  private readonly logger = new Logger('Scorer');
  private readonly count: FailureCount;
  private readonly breaker;
  private readonly limit;
  /** From the first opening until it closes: that it fails when it is tried again is no news. */
  private away = false;

  constructor(
    private readonly service: string,
    private readonly patience: Patience,
  ) {
    this.count = new FailureCount(patience.failures);
    this.breaker = circuitBreaker(
      handleWhen((error) => !(error instanceof TextDeclined)),
      { breaker: this.count, halfOpenAfter: { next: (opening) => this.pause(opening) } },
    );
    // Aggressive: whoever waits is let go even if the work itself cannot be broken off.
    this.limit = timeout(patience.timeoutMs, {
      strategy: TimeoutStrategy.Aggressive,
      abortOnReturn: false,
    });
    this.breaker.onBreak((reason) => this.onOpen('error' in reason ? reason.error : undefined));
    this.breaker.onReset(() => this.onClose());
  }

  /**
   * The answer of the service.
   * @throws ScoringFailure when it gives none, is not asked, or takes longer than the time limit
   */
  ask<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
    // The breaker would have others wait for the one comment that tries the service again.
    if (this.breaker.state === CircuitState.HalfOpen) return Promise.reject(new ServicePaused());
    return this.breaker
      .execute(() => this.askInTime(ask))
      .catch((error: unknown) => {
        throw error instanceof BrokenCircuitError ? new ServicePaused() : error;
      });
  }

  private askInTime<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.limit
      .execute(({ signal }) =>
        ask(signal).catch((error: unknown) => {
          // What was broken off for the time limit fails in a way of its own.
          throw signal.aborted ? new TaskCancelledError() : error;
        }),
      )
      .catch((error: unknown) => {
        const failure = this.failureOf(error);
        if ((failure.retryAfterMs ?? 0) > 0) this.count.askedToWait = true;
        throw failure;
      });
  }

  private failureOf(error: unknown): ScoringFailure {
    if (error instanceof ScoringFailure) return error;
    if (error instanceof TaskCancelledError) return new ServiceTimedOut(this.patience.timeoutMs);
    // Nothing of its message: it was not made by us.
    return new ScoringFailure(`fails with ${error instanceof Error ? error.name : 'no error'}`);
  }

  private pause({ result }: IHalfOpenAfterBackoffContext): IBackoff<IHalfOpenAfterBackoffContext> {
    const error = 'error' in result ? result.error : undefined;
    const asked = error instanceof ScoringFailure ? (error.retryAfterMs ?? 0) : 0;
    return {
      duration: Math.max(this.patience.pauseMs, asked),
      next: (opening) => this.pause(opening),
    };
  }

  private onOpen(error: unknown): void {
    if (this.away) return;
    this.away = true;
    const why = error instanceof ScoringFailure ? error.message : 'fails';
    this.logger.warn(
      `The service "${this.service}" ${why}: the local model scores in its place until it answers again.`,
    );
  }

  private onClose(): void {
    this.away = false;
    this.logger.log(`The service "${this.service}" answers again and scores.`);
  }
}
