import type { Config } from '#config';
import type { ScoredLabel } from '#moderation';
import { asRecord } from '../json-shape.js';
import { type JsonAnswer, postJson } from '../post-json.js';
import { ScoringFailure, TextDeclined } from '../scoring-failure.js';
import type { AskOptions, ScoringService } from '../scoring-service.js';
import { ATTRIBUTES, type Attribute } from './attributes.js';
import { readScores } from './read-scores.js';

/** The errors that are about the text, as against the service or our request. */
const ABOUT_THE_TEXT: ReadonlySet<unknown> = new Set([
  'COMMENT_EMPTY',
  'COMMENT_TOO_LONG',
  'LANGUAGE_DETECTION_FAILED',
  'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
]);

/** A service that answers `comments:analyze` as Perspective does. */
export class PerspectiveService implements ScoringService {
  readonly name = 'perspective';
  /** That of the format: an answer does not tell its model. */
  readonly version = 'v1alpha1';
  private readonly url: URL;
  private readonly attributes: Attribute[];

  constructor(config: Pick<Config, 'SCORER_URL' | 'SCORER_API_KEY' | 'SCORER_SPAM'>) {
    this.url = new URL(config.SCORER_URL ?? '');
    if (config.SCORER_API_KEY !== undefined) {
      this.url.searchParams.set('key', config.SCORER_API_KEY);
    }
    this.attributes = ATTRIBUTES.filter(
      ({ label }) => label !== 'spam' || config.SCORER_SPAM === 'true',
    );
  }

  async score(text: string, { language, signal }: AskOptions): Promise<ScoredLabel[]> {
    const answer = await postJson(this.url, { body: this.requestFor(text, language), signal });
    if (answer.status !== 200) throw refusal(answer);
    return readScores(answer.body, text, this.attributes);
  }

  private requestFor(text: string, language: string | undefined): object {
    return {
      comment: { text, type: 'PLAIN_TEXT' },
      requestedAttributes: Object.fromEntries(this.attributes.map(({ name }) => [name, {}])),
      // Left out, the service detects it. The format knows languages without regions.
      ...(language !== undefined && { languages: [language.split('-')[0]] }),
      // One attribute that does not know the language must not take the others with it.
      dropUnsupportedAttributes: true,
      spanAnnotations: true,
      doNotStore: true,
    };
  }
}

function refusal({ status, body }: JsonAnswer): ScoringFailure {
  const details = asRecord(asRecord(body)?.['error'])?.['details'];
  const types = Array.isArray(details) ? details.map((one) => asRecord(one)?.['errorType']) : [];
  if (types.some((type) => ABOUT_THE_TEXT.has(type))) return new TextDeclined();
  const hint = status === 401 || status === 403 ? '; look at SCORER_API_KEY' : '';
  return new ScoringFailure(`answers with status ${status}${hint}`);
}
