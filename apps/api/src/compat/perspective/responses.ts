interface ScoreResponse {
  /** 0 to 1. */
  value: number;
  type: 'PROBABILITY';
}

/** The score of a piece of the comment as it was sent: UTF-16 offsets, `end` exclusive. */
export interface SpanScoreResponse {
  begin: number;
  end: number;
  score: ScoreResponse;
}

/** One attribute's scores. */
export interface AttributeScoresResponse {
  spanScores: SpanScoreResponse[];
  summaryScore: ScoreResponse;
}

/** The answer to `comments:analyze`. */
export interface AnalyzeResponse {
  attributeScores: Record<string, AttributeScoresResponse>;
  languages: readonly string[];
  detectedLanguages: readonly string[];
  clientToken?: string;
}

/** The answer to `comments:suggestscore`. */
export interface SuggestResponse {
  clientToken?: string;
  detectedLanguages: readonly string[];
  requestedLanguages: readonly string[];
}
