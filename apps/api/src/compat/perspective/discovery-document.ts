/** A part of a discovery document, as Google defines it. */
type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const flag: Schema = { type: 'boolean' };
const number: Schema = { type: 'number', format: 'float' };
const offset: Schema = { type: 'integer', format: 'int32' };
const ref = (name: string): Schema => ({ $ref: name });
const list = (items: Schema): Schema => ({ type: 'array', items });
const map = (additionalProperties: Schema): Schema => ({ type: 'object', additionalProperties });
const oneOf = (...names: string[]): Schema => ({ type: 'string', enum: names });

const scoreType = oneOf(
  ...['SCORE_TYPE_UNSPECIFIED', 'PROBABILITY', 'STD_DEV_SCORE', 'PERCENTILE', 'RAW'],
);

const REQUEST: Record<string, Schema> = {
  comment: ref('TextEntry'),
  context: ref('Context'),
  languages: list(text),
  clientToken: text,
  sessionId: text,
  communityId: text,
};

const MESSAGES: Record<string, Record<string, Schema>> = {
  TextEntry: { text, type: oneOf('TEXT_TYPE_UNSPECIFIED', 'PLAIN_TEXT', 'HTML') },
  ArticleAndParentComment: { article: ref('TextEntry'), parentComment: ref('TextEntry') },
  Context: {
    entries: list(ref('TextEntry')),
    articleAndParentComment: ref('ArticleAndParentComment'),
  },
  AttributeParameters: { scoreType, scoreThreshold: number },
  Score: { value: number, type: scoreType },
  SpanScore: { begin: offset, end: offset, score: ref('Score') },
  AttributeScores: { summaryScore: ref('Score'), spanScores: list(ref('SpanScore')) },
  AnalyzeCommentRequest: {
    ...REQUEST,
    requestedAttributes: map(ref('AttributeParameters')),
    doNotStore: flag,
    spanAnnotations: flag,
    dropUnsupportedAttributes: flag,
  },
  AnalyzeCommentResponse: {
    attributeScores: map(ref('AttributeScores')),
    languages: list(text),
    detectedLanguages: list(text),
    clientToken: text,
  },
  SuggestCommentScoreRequest: { ...REQUEST, attributeScores: map(ref('AttributeScores')) },
  SuggestCommentScoreResponse: {
    clientToken: text,
    detectedLanguages: list(text),
    requestedLanguages: list(text),
  },
};

const schemas = Object.fromEntries(
  Object.entries(MESSAGES).map(([id, properties]) => [id, { id, type: 'object', properties }]),
);

const inQuery = (description: string, more: Schema = text): Schema => ({
  ...{ ...more, description, location: 'query' },
});

/** What Google's clients may add to every call. */
const parameters = {
  key: inQuery('An integration key of the site.'),
  alt: inQuery('The form of the answer; always JSON.', { ...oneOf('json'), default: 'json' }),
  fields: inQuery('Taken and not used: answers are whole.'),
  prettyPrint: inQuery('Taken and not used.', { ...flag, default: 'true' }),
  quotaUser: inQuery('Taken and not used.'),
};

function method(name: string, [request, response]: readonly [string, string], description: string) {
  return {
    id: `commentanalyzer.comments.${name}`,
    path: `v1alpha1/comments:${name}`,
    flatPath: `v1alpha1/comments:${name}`,
    httpMethod: 'POST',
    description,
    parameters: {},
    parameterOrder: [],
    request: ref(request),
    response: ref(response),
  };
}

const methods = {
  analyze: method(
    'analyze',
    ['AnalyzeCommentRequest', 'AnalyzeCommentResponse'],
    'Scores a text under the attributes that are asked for.',
  ),
  suggestscore: method(
    'suggestscore',
    ['SuggestCommentScoreRequest', 'SuggestCommentScoreResponse'],
    'Takes the scores that somebody thinks a text should have.',
  ),
};

/**
 * What Google's clients make their calls from (discovery document, version 1).
 * @param rootUrl where this service is reached, with a slash at its end
 */
export function discoveryDocument(rootUrl: string): object {
  return {
    kind: 'discovery#restDescription',
    discoveryVersion: 'v1',
    ...{ id: 'commentanalyzer:v1alpha1', name: 'commentanalyzer', version: 'v1alpha1' },
    canonicalName: 'Comment Analyzer',
    title: 'Perspective Comment Analyzer API, answered by Moderato',
    description: 'Scores comments for the clients of the Perspective API.',
    protocol: 'rest',
    ...{ rootUrl, baseUrl: rootUrl, servicePath: '', basePath: '', batchPath: 'batch' },
    fullyEncodeReservedExpansion: true,
    ...{ parameters, schemas },
    resources: { comments: { methods } },
  };
}
