import { Injectable } from '@nestjs/common';
import type { Label } from '#contract';
import { type Feedback, FeedbackService } from '#feedback';
import type { KeyHolder } from '#integrations';
import { readComment } from './read-comment.js';
import { assertContext } from './context.js';
import { languagesToRead } from './languages.js';
import { refused } from './perspective-error.js';
import { assertScoreType, knownSource } from './requested-attributes.js';
import type { SuggestedScore, SuggestedScores, SuggestRequest } from './requests.js';
import type { SuggestResponse } from './responses.js';
import { TextReader, type TextReadings } from './text-readings.service.js';

/** Answers `comments:suggestscore`: what people say of a text, kept beside what we say of it. */
@Injectable()
export class ScoreSuggestions {
  constructor(
    private readonly reader: TextReader,
    private readonly feedback: FeedbackService,
  ) {}

  /** @throws PerspectiveError, or DomainError SERVICE_BUSY */
  async suggest(request: SuggestRequest, { siteId }: KeyHolder): Promise<SuggestResponse> {
    const { body } = readComment(request.comment);
    assertContext(request.context);
    const values = valuesOf(request.attributeScores);
    const requestedLanguages = request.languages ?? [];
    const languages = languagesToRead(requestedLanguages);
    const readings = await this.reader.read(body, languages);
    const { detected } = readings;
    const about = {
      ...{ siteId, source: 'perspective' as const, body: storable(body) },
      ...{ language: languages[0] ?? detected, mayStore: request.doNotStore !== true },
    };
    await this.feedback.record(
      [...values].map(([label, value]): Feedback => ({
        ...about,
        label,
        value,
        scored: scored(readings, label),
      })),
    );
    return {
      ...(request.clientToken !== undefined && { clientToken: request.clientToken }),
      detectedLanguages: detected === null ? [] : [detected],
      requestedLanguages,
    };
  }
}

/** PostgreSQL takes no text with a NUL in it. */
const storable = (body: string): string => body.replaceAll('\0', '\ufffd');

function scored(readings: TextReadings, label: Label): Feedback['scored'] {
  const ours = readings.under(label);
  return ours === undefined ? null : { score: ours.score, version: ours.version };
}

/** What is suggested under each of our labels; where two attributes are one of ours, the last counts. */
function valuesOf(suggested: SuggestRequest['attributeScores']): Map<Label, number> {
  if (suggested === undefined || suggested.size === 0) {
    throw refused('INVALID_REQUEST', 'Missing attribute_scores');
  }
  const values = new Map<Label, number>();
  for (const [name, scores] of suggested) {
    const label = knownSource(name)?.teaches ?? null;
    assertScores(name, scores);
    const value = scores.summaryScore?.value;
    if (label !== null && value !== undefined) values.set(label, value);
  }
  return values;
}

function assertScores(name: string, { summaryScore, spanScores }: SuggestedScores): void {
  const given = [summaryScore, ...(spanScores ?? []).map(({ score }) => score ?? {})];
  const scores = given.filter((score) => score !== undefined);
  if (scores.length === 0) {
    throw refused('INVALID_REQUEST', `Attribute ${name} has no score`);
  }
  for (const score of scores) assertScore(name, score);
  const isPiece = ({ begin = -1, end = -1 }): boolean => begin >= 0 && begin < end;
  if (spanScores?.every(isPiece) === false) {
    throw refused('INVALID_REQUEST', `Attribute ${name} has a span without begin and end`);
  }
}

function assertScore(name: string, { value, type }: SuggestedScore): void {
  assertScoreType(name, type);
  if (value !== undefined && value >= 0 && value <= 1) return;
  throw refused('INVALID_REQUEST', `A score of attribute ${name} is not between 0 and 1`);
}
