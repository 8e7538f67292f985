import type { Label } from '#contract';
import type { ScoredLabel } from '#moderation';
import { malformed } from '../json-shape.js';
import type { AskOptions, ScoringService } from '../scoring-service.js';
import { type Reading, toProbabilities } from './probabilities.js';
import type { TokenWindows } from './token-windows.js';

/** A model that has been read and tried. */
export interface OnnxModel {
  version: string;
  windows: TokenWindows;
  /** Our label for each of the model's outputs; `undefined` for those that mean nothing here. */
  labels: readonly (Label | undefined)[];
  reading: Reading;
  /** The outputs for a list of tokens. */
  run(tokens: number[], signal: AbortSignal): Promise<number[]>;
}

/** A text classifier from a local folder. */
export class OnnxService implements ScoringService {
  readonly name = 'onnx';
  readonly version: string;

  constructor(private readonly model: OnnxModel) {
    this.version = model.version;
  }

  /** A text that is longer than the model takes scores as its worst piece does. */
  async score(text: string, { signal }: AskOptions): Promise<ScoredLabel[]> {
    const highest = new Map<Label, number>();
    for (const tokens of this.model.windows.of(text)) {
      for (const [label, score] of await this.scoresOf(tokens, signal)) {
        highest.set(label, Math.max(score, highest.get(label) ?? 0));
      }
    }
    return [...highest].map(([label, score]) => ({ label, score, spans: [] }));
  }

  private async scoresOf(tokens: number[], signal: AbortSignal): Promise<[Label, number][]> {
    signal.throwIfAborted();
    const { labels, reading } = this.model;
    const logits = await this.model.run(tokens, signal);
    if (logits.length !== labels.length || !logits.every(Number.isFinite)) return malformed();
    const scores = toProbabilities(logits, reading);
    return labels.flatMap((label, at) => (label === undefined ? [] : [[label, scores[at] ?? 0]]));
  }
}
