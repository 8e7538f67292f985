import type { ScoredLabel, TextScorer, TextScores } from '#moderation';
import { ScoringFailure } from './scoring-failure.js';
import type { ScoringService } from './scoring-service.js';
import { type Patience, ServiceBreaker } from './service-breaker.js';

/** Scores with a service, and with the local model where the service does not. */
export class ScorerWithStandIn implements TextScorer {
  readonly name: string;
  readonly version: string;
  private readonly breaker: ServiceBreaker;

  constructor(
    private readonly service: ScoringService,
    private readonly local: TextScorer,
    patience: Patience,
  ) {
    this.name = service.name;
    this.version = service.version;
    this.breaker = new ServiceBreaker(service.name, patience);
  }

  /**
   * Rejects only when the local model does. Labels that the service does not score come from the local model:
   * whoever chooses a service for toxicity must not thereby lose spam. No label is made up from another, and
   * each says who scored it.
   */
  async score(text: string, options: { language?: string }): Promise<TextScores> {
    const answer = await this.breaker
      .ask((signal) => this.service.score(text, { ...options, signal }))
      .catch(asFailure);
    const local = await this.local.score(text, options);
    if (answer instanceof ScoringFailure) {
      return { ...local, labels: this.inPlace(local.labels, answer.kind) };
    }
    const scored = new Set(answer.map(({ label }) => label));
    const others = local.labels.filter(({ label }) => !scored.has(label));
    // The service does not say in which language it has read the text.
    const language = local.language ?? local.unscoredLanguage ?? options.language;
    const labels = [...answer, ...this.inPlace(others, 'not-scored')];
    return { labels, ...(language !== undefined && { language }) };
  }

  private inPlace(labels: readonly ScoredLabel[], because: string): ScoredLabel[] {
    const { name, version } = this.local;
    return labels.map((scored) => ({ ...scored, by: { name, version, because } }));
  }
}

function asFailure(error: unknown): ScoringFailure {
  if (error instanceof ScoringFailure) return error;
  throw error;
}
