import {
  bool,
  float,
  int32,
  list,
  map,
  type Message,
  message,
  oneOf,
  Place,
  type Reader,
  text,
} from './message-reader.js';
import { malformedMessage } from './perspective-error.js';

const PACKAGE = 'type.googleapis.com/google.commentanalyzer.v1alpha1';

const scoreType = oneOf(`${PACKAGE}.ScoreType`, [
  'SCORE_TYPE_UNSPECIFIED',
  'PROBABILITY',
  'STD_DEV_SCORE',
  'PERCENTILE',
  'RAW',
]);

const textEntryFields = {
  text,
  type: oneOf(`${PACKAGE}.TextEntry.TextType`, ['TEXT_TYPE_UNSPECIFIED', 'PLAIN_TEXT', 'HTML']),
};
/** A text, and how it is to be read. */
export type TextEntry = Message<typeof textEntryFields>;
const textEntry = message(`${PACKAGE}.TextEntry`, textEntryFields);

const context = message(`${PACKAGE}.Context`, {
  entries: list(textEntry),
  articleAndParentComment: message(`${PACKAGE}.ArticleAndParentComment`, {
    article: textEntry,
    parentComment: textEntry,
  }),
});

const attributeParametersFields = { scoreType, scoreThreshold: float };

/** What both methods take. */
const BOTH = {
  comment: textEntry,
  context,
  languages: list(text),
  clientToken: text,
  sessionId: text,
  communityId: text,
  // Suggestions do not have it in the original; whoever sends it there means what it says.
  doNotStore: bool,
};

const analyzeFields = {
  ...BOTH,
  requestedAttributes: map(message(`${PACKAGE}.AttributeParameters`, attributeParametersFields)),
  spanAnnotations: bool,
  dropUnsupportedAttributes: bool,
};
/** The body of `comments:analyze`. */
export type AnalyzeRequest = Message<typeof analyzeFields>;

const scoreFields = { value: float, type: scoreType };
/** A score as somebody suggests it. */
export type SuggestedScore = Message<typeof scoreFields>;
const score = message(`${PACKAGE}.Score`, scoreFields);

const attributeScoresFields = {
  summaryScore: score,
  spanScores: list(message(`${PACKAGE}.SpanScore`, { begin: int32, end: int32, score })),
};
/** What somebody suggests for one attribute. */
export type SuggestedScores = Message<typeof attributeScoresFields>;

const suggestFields = {
  ...BOTH,
  attributeScores: map(message(`${PACKAGE}.AttributeScores`, attributeScoresFields)),
};
/** The body of `comments:suggestscore`. */
export type SuggestRequest = Message<typeof suggestFields>;

/** @throws PerspectiveError that names every field which is not of the format */
const reading =
  <T>(reader: Reader<T>) =>
  (body: unknown): T => {
    const place = new Place();
    const read = reader(body, place);
    if (read === undefined || place.violations.length > 0) throw malformedMessage(place.violations);
    return read;
  };

export const readAnalyzeRequest = reading(
  message(`${PACKAGE}.AnalyzeCommentRequest`, analyzeFields),
);
export const readSuggestRequest = reading(
  message(`${PACKAGE}.SuggestCommentScoreRequest`, suggestFields),
);
