import { FeatureReader } from '../features/feature-reader.js';
import type { NormalizedText } from '../normalize/normalizer.js';
import { logOddsOf, probabilityOf } from '../probability.js';
import { ConvolutionScorer, type ConvolutionTables } from './convolution.js';
import { LinearScorer, type LinearTable, OUTPUT_COUNT } from './linear-table.js';
import { LINEAR_EXPLAINER_THRESHOLD, LinearExplainer } from './linear-explainer.js';
import { RationaleScorer, type RationaleTable, type TokenWeigher } from './rationale.js';
import { combine, type Stack, TOXICITY_LABELS, type ToxicityLabel } from './stack.js';

/** Longer texts are read in pieces, so that a threat does not drown in ten pages of praise. */
const PIECE = 2_500;
/** The next piece begins before the last has ended: nothing is cut in two unseen. */
const OVERLAP = 200;
/** The share of the threshold that the strongest token needs where none reaches it. */
const NEAR = 0.5;

/** All that is known of one language. */
export interface LanguageWeights {
  /** How many tokens in a row make a feature, 2 or 3. */
  longestGram: number;
  linear: LinearTable;
  /** `null` where the n-grams do as well alone. */
  convolution: ConvolutionTables | null;
  stack: Stack;
  /** `null` where nobody has marked toxic words to learn from: then the n-grams explain themselves. */
  rationale: RationaleTable | null;
}

/** A run of tokens that carries the score, in offsets of the normalized units. */
export interface WeighedRun {
  start: number;
  end: number;
  weight: number;
}

/** Scores texts of one language. One instance serves one text at a time; a text's numbers are valid until the next. */
export class LanguageModel {
  /** The labels that the model was taught, the first few of `TOXICITY_LABELS`. */
  readonly labels: readonly ToxicityLabel[];
  /** Log-odds of each of them for the last text. */
  readonly logOdds: Float32Array;
  private readonly pieceLogOdds: Float32Array;
  private readonly features: FeatureReader;
  private readonly linear: LinearScorer;
  private readonly convolution: ConvolutionScorer | null;
  private readonly explainer: TokenWeigher;
  /** Log-odds from which a token is sure to belong to the explanation, and those that the strongest one needs. */
  private readonly sure: number;
  private readonly near: number;
  private readonly outputs: Float32Array;

  constructor(private readonly weights: LanguageWeights) {
    const taught = weights.stack.intercepts.length;
    this.labels = TOXICITY_LABELS.slice(0, taught);
    this.logOdds = new Float32Array(taught);
    this.pieceLogOdds = new Float32Array(taught);
    this.features = new FeatureReader(weights.longestGram);
    this.linear = new LinearScorer(weights.linear);
    this.convolution = weights.convolution && new ConvolutionScorer(weights.convolution);
    this.explainer = weights.rationale
      ? new RationaleScorer(weights.rationale)
      : new LinearExplainer(weights.linear);
    const threshold = weights.rationale?.threshold ?? LINEAR_EXPLAINER_THRESHOLD;
    this.sure = logOddsOf(threshold);
    this.near = logOddsOf(threshold * NEAR);
    this.outputs = new Float32Array(OUTPUT_COUNT + (this.convolution?.outputs.length ?? 0));
    if (this.outputs.length !== weights.stack.inputs) {
      throw new RangeError('The stack was trained over other models than these.');
    }
  }

  /** Scores a text into `logOdds`; of a long one the worst piece counts, label by label. */
  score(text: NormalizedText, original: string): void {
    this.scorePiece(text, original, 0, Math.min(PIECE, text.length));
    this.logOdds.set(this.pieceLogOdds);
    for (let end = PIECE; end < text.length;) {
      const from = end - OVERLAP;
      end = Math.min(text.length, from + PIECE);
      this.scorePiece(text, original, from, end);
      this.pieceLogOdds.forEach((value, label) => {
        if (value > (this.logOdds[label] as number)) this.logOdds[label] = value;
      });
    }
  }

  /** The outputs of the models for a piece of a text, before they are combined: what the stack is trained on. */
  outputsOf(text: NormalizedText, original: string, from: number, to: number): Float32Array {
    const { features, outputs } = this;
    features.read(text, original, from, to);
    const { tokens, grams } = features;
    this.linear.score(grams.hashes, grams.count);
    outputs.set(this.linear.outputs);
    if (this.convolution) {
      this.convolution.score(tokens.hashes, tokens.count);
      outputs.set(this.convolution.outputs, OUTPUT_COUNT);
    }
    return outputs;
  }

  /**
   * The tokens that carry the score of the text scored last, neighbors joined. Where none is sure to, the strongest is given if
   * it comes near: a score without a word helps nobody.
   */
  explain(text: NormalizedText): WeighedRun[] {
    const { features } = this;
    const { tokens } = features;
    // A text of one piece was read whole when it was scored.
    if (text.length > PIECE) features.readTokens(text, 0, text.length);
    const logOdds = this.weighTokens();
    let strongest = this.near;
    for (const one of logOdds) if (one > strongest) strongest = one;
    const least = Math.min(this.sure, strongest);
    const runs: WeighedRun[] = [];
    for (let index = 0; index < tokens.count; index++) {
      const found = logOdds[index] as number;
      if (found < least) continue;
      const weight = probabilityOf(found);
      const [start, end] = [tokens.starts[index] as number, tokens.ends[index] as number];
      const last = runs.at(-1);
      const joins = index > 0 && last && last.end === tokens.ends[index - 1];
      if (joins) Object.assign(last, { end, weight: Math.max(last.weight, weight) });
      else runs.push({ start, end, weight });
    }
    return runs;
  }

  private weighTokens(): Float64Array {
    const { features, explainer } = this;
    const toxicity = this.logOdds[0] as number;
    const logOdds = new Float64Array(features.tokens.count);
    for (let index = 0; index < logOdds.length; index++) {
      logOdds[index] = explainer.weigh(features, index, toxicity);
    }
    return logOdds;
  }

  private scorePiece(text: NormalizedText, original: string, from: number, to: number): void {
    combine(this.weights.stack, this.outputsOf(text, original, from, to), this.pieceLogOdds);
  }
}
