import type { Config } from '#config';
import type { ScoredLabel } from '#moderation';
import { asRecord, malformed } from '../json-shape.js';
import { postJson } from '../post-json.js';
import { ScoringFailure } from '../scoring-failure.js';
import type { AskOptions, ScoringService } from '../scoring-service.js';
import { toLabels } from './categories.js';

const DEFAULT_URL = 'https://api.openai.com/v1/moderations';

/** OpenAI's moderation endpoint, or one that answers as it does. */
export class OpenAiService implements ScoringService {
  readonly name = 'openai';
  readonly version: string;
  private readonly url: URL;
  private readonly headers: Record<string, string>;

  constructor(config: Pick<Config, 'SCORER_URL' | 'SCORER_API_KEY' | 'SCORER_MODEL'>) {
    const { SCORER_URL = DEFAULT_URL, SCORER_API_KEY: key, SCORER_MODEL: model } = config;
    this.version = model;
    this.url = new URL(SCORER_URL);
    this.headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  }

  async score(text: string, { signal }: AskOptions): Promise<ScoredLabel[]> {
    const { status, body } = await postJson(this.url, {
      headers: this.headers,
      body: { model: this.version, input: text },
      signal,
    });
    if (status !== 200) throw refusal(status);
    const answer = asRecord(body) ?? malformed();
    const [result] = Array.isArray(answer['results']) ? (answer['results'] as unknown[]) : [];
    const scores = asRecord(asRecord(result)?.['category_scores']) ?? malformed();
    const by = this.modelOf(answer['model']);
    return toLabels(scores).map(({ label, score }) => ({ label, score, spans: [], ...by }));
  }

  /** A name as `...-latest` leads to another model tomorrow: the answer says which one scored. */
  private modelOf(model: unknown): Pick<ScoredLabel, 'by'> {
    const told = typeof model === 'string' && /^[\w.:/-]{1,100}$/.test(model) ? model : undefined;
    if (told === undefined || told === this.version) return {};
    return { by: { name: this.name, version: told } };
  }
}

function refusal(status: number): ScoringFailure {
  const hint =
    status === 401 || status === 403
      ? '; look at SCORER_API_KEY'
      : status === 404
        ? '; look at SCORER_MODEL and SCORER_URL'
        : '';
  return new ScoringFailure(`answers with status ${status}${hint}`);
}
