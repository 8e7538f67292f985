import type { ScoredLabel } from '#moderation';

/** What one text is asked with. */
export interface AskOptions {
  /** As in BCP 47, if it is known. */
  language?: string;
  /** Fires when the answer is no longer waited for. */
  signal: AbortSignal;
}

/** Something that scores texts and may be away, slow or wrong: a service, or a model outside of this thread. */
export interface ScoringService {
  /** As findings name it. */
  readonly name: string;
  readonly version: string;
  /**
   * Scores a text under the labels that it knows.
   * @throws ScoringFailure when it gives no answer that can be used; its message shows no text and no key
   */
  score(text: string, options: AskOptions): Promise<ScoredLabel[]>;
}
