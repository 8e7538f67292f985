/**
 * A service gave no answer that can be used. The message completes 'The service "name" ...' for the log, so
 * that it holds neither the text nor the key nor anything that the service wrote.
 */
export class ScoringFailure extends Error {
  override readonly name = 'ScoringFailure';
  /** One word for the findings that the local model makes in its place. */
  readonly kind: string = 'failed';

  /** @param retryAfterMs how long the service asks to be left alone, in milliseconds */
  constructor(
    message: string,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** It answers that it does not score this very text, for its language, say; it works all the same. */
export class TextDeclined extends ScoringFailure {
  override readonly kind = 'declined';

  constructor() {
    super('does not score this text');
  }
}

/** It took longer than the time limit. */
export class ServiceTimedOut extends ScoringFailure {
  override readonly kind = 'timed-out';

  constructor(timeoutMs: number) {
    super(`does not answer within ${timeoutMs} ms`);
  }
}

/** It was not asked, since it failed too often. */
export class ServicePaused extends ScoringFailure {
  override readonly kind = 'paused';

  constructor() {
    super('is left alone for a while');
  }
}
