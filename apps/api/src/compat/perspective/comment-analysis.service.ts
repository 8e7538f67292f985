import { Injectable } from '@nestjs/common';
import { setImmediate as otherRequests } from 'node:timers/promises';
import {
  type RequestedAttribute,
  requestedAttributes,
  supportedOf,
} from './requested-attributes.js';
import type { CommentText } from './comment-text.js';
import { readComment } from './read-comment.js';
import { assertContext } from './context.js';
import { languagesToRead } from './languages.js';
import type { AnalyzeRequest } from './requests.js';
import type { AnalyzeResponse, AttributeScoresResponse, SpanScoreResponse } from './responses.js';
import { sentencesOf } from './sentences.js';
import { TextReader, type TextReadings } from './text-readings.service.js';

/** A piece of a comment as it was sent, scored by itself. */
interface Piece {
  begin: number;
  end: number;
  readings: TextReadings;
}

/** Answers `comments:analyze`. Keeps nothing. */
@Injectable()
export class CommentAnalysis {
  constructor(private readonly reader: TextReader) {}

  /** @throws PerspectiveError, or DomainError SERVICE_BUSY */
  async analyze(request: AnalyzeRequest): Promise<AnalyzeResponse> {
    const comment = readComment(request.comment);
    assertContext(request.context);
    const asked = requestedAttributes(request.requestedAttributes);
    const requested = request.languages ?? [];
    const languages = languagesToRead(requested);
    const readings = await this.reader.read(comment.body, languages);
    const { detected } = readings;
    const attributes = supportedOf(asked, readings, {
      requested,
      drop: request.dropUnsupportedAttributes ?? false,
    }).filter(({ source, threshold }) => readings.scoreOf(source) >= threshold);
    const readAs = languages.length > 0 || detected === null ? languages : [detected];
    const pieces = request.spanAnnotations
      ? await this.readSentences(comment, readAs, readings)
      : [wholeOf(comment, readings)];
    const detectedLanguages = detected === null ? [] : [detected];
    return {
      attributeScores: scoresOf(attributes, readings, pieces),
      languages: requested.length > 0 ? requested : detectedLanguages,
      detectedLanguages,
      ...(request.clientToken !== undefined && { clientToken: request.clientToken }),
    };
  }

  private async readSentences(
    comment: CommentText,
    languages: readonly string[],
    whole: TextReadings,
  ): Promise<Piece[]> {
    const sentences = sentencesOf(comment.body);
    const pieces: Piece[] = [];
    for (const sentence of sentences) {
      const { start: begin, end } = comment.toSent(sentence);
      const isAll = sentences.length === 1;
      const body = comment.body.slice(sentence.start, sentence.end);
      const readings = isAll ? whole : await this.reader.read(body, languages);
      pieces.push({ begin, end, readings });
      if (!isAll) await otherRequests();
    }
    return pieces;
  }
}

/** What the original answers when nobody asks for pieces; many clients read the first one and not the summary. */
const wholeOf = ({ sentLength }: CommentText, readings: TextReadings): Piece => ({
  ...{ begin: 0, end: sentLength, readings },
});

function scoresOf(
  attributes: readonly RequestedAttribute[],
  readings: TextReadings,
  pieces: readonly Piece[],
): Record<string, AttributeScoresResponse> {
  const type = 'PROBABILITY';
  const entries = attributes.map(({ name, source }) => {
    const spanScores = pieces.map(({ begin, end, readings: own }): SpanScoreResponse => ({
      ...{ begin, end, score: { value: own.scoreOf(source), type } },
    }));
    return [name, { spanScores, summaryScore: { value: readings.scoreOf(source), type } }] as const;
  });
  return Object.fromEntries(entries);
}
