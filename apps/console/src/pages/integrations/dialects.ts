import type { Answer } from '../../api/request.js';
import { type Refusal, refusalOf } from './refusal.js';

/** The systems whose questions can be asked here. */
export const TRIED = ['perspective', 'akismet', 'openai'] as const;
export type Tried = (typeof TRIED)[number];

/** What is asked about. */
export interface Question {
  text: string;
  /** Where the dialect knows authors. */
  author: string;
  /** The address of this service. */
  url: string;
}

export interface NamedScore {
  name: string;
  score: number;
}

/** An answer as a person reads it. */
export type Reading =
  | { kind: 'scores'; scores: NamedScore[]; flagged: boolean | null; languages: string[] }
  | { kind: 'verdict'; spam: boolean; discard: boolean }
  /** Refused: why, and in the endpoint's own words; `null` where it found none. */
  | { kind: 'refused'; why: Refusal; words: string | null; seconds: number | null };

interface Dialect {
  path: string;
  type: string;
  bodyOf: (question: Question) => string;
  /** `undefined` for what the dialect has no such answer for. */
  read: (answer: Answer) => Reading | undefined;
}

/** Those that have a score here; of a language that one cannot be told for, it is left out. */
const ATTRIBUTES = [
  ...['TOXICITY', 'SEVERE_TOXICITY', 'INSULT', 'IDENTITY_ATTACK', 'PROFANITY', 'THREAT'],
  ...['OBSCENE', 'SPAM'],
];

const JSON_TYPE = 'application/json';
/** Nobody's address (RFC 5737): what is tried here comes from no reader. */
const NOBODY = '192.0.2.1';

const DIALECTS: Record<Tried, Dialect> = {
  perspective: {
    path: '/v1alpha1/comments:analyze',
    type: JSON_TYPE,
    bodyOf: ({ text }) =>
      pretty({
        comment: { text },
        requestedAttributes: Object.fromEntries(ATTRIBUTES.map((name) => [name, {}])),
        doNotStore: true,
        dropUnsupportedAttributes: true,
      }),
    read: readPerspective,
  },
  akismet: {
    path: '/1.1/comment-check',
    type: 'application/x-www-form-urlencoded',
    bodyOf: ({ text, author, url }) =>
      new URLSearchParams({
        ...{ blog: url, user_ip: NOBODY, user_agent: 'Moderato', is_test: '1' },
        ...(author === '' ? {} : { comment_author: author }),
        ...{ comment_type: 'comment', comment_content: text },
      }).toString(),
    read: readAkismet,
  },
  openai: {
    path: '/v1/moderations',
    type: JSON_TYPE,
    bodyOf: ({ text }) => pretty({ input: text }),
    read: readOpenAi,
  },
};

/** The request that asks a question in a dialect. */
export function requestOf(system: Tried, question: Question) {
  const { path, type, bodyOf } = DIALECTS[system];
  return { path, type, body: bodyOf(question) };
}

/** What an answer says, be it of the dialect or of a proxy in between. */
export function readAnswer(system: Tried, answer: Answer): Reading {
  const said = answer.status < 300 ? DIALECTS[system].read(answer) : undefined;
  if (said !== undefined) return said;
  const seconds = Number(answer.headers['retry-after'] ?? Number.NaN);
  const words = answer.headers['x-akismet-debug-help'] ?? messageOf(answer);
  return {
    kind: 'refused',
    ...{ why: refusalOf(answer, words), words },
    seconds: Number.isFinite(seconds) ? seconds : null,
  };
}

interface PerspectiveAnswer {
  attributeScores?: Record<string, { summaryScore?: { value?: number } }>;
  languages?: string[];
  detectedLanguages?: string[];
}

function readPerspective({ text }: Answer): Reading | undefined {
  const answer: PerspectiveAnswer | undefined = parsed(text);
  // Where nothing could be scored, the field is left out.
  if (answer === undefined || !('attributeScores' in answer || 'languages' in answer)) return;
  const scores = Object.entries(answer.attributeScores ?? {}).map(([name, { summaryScore }]) => ({
    ...{ name, score: summaryScore?.value ?? 0 },
  }));
  const languages = answer.detectedLanguages ?? answer.languages ?? [];
  return { kind: 'scores', scores: ordered(scores), flagged: null, languages };
}

function readAkismet({ text, headers }: Answer): Reading | undefined {
  const word = text.trim();
  if (word !== 'true' && word !== 'false') return undefined;
  const discard = headers['x-akismet-pro-tip'] === 'discard';
  return { kind: 'verdict', spam: word === 'true', discard };
}

interface OpenAiAnswer {
  results?: { flagged?: boolean; category_scores?: Record<string, number> }[];
}

function readOpenAi({ text }: Answer): Reading | undefined {
  const answer: OpenAiAnswer | undefined = parsed(text);
  const [result] = answer?.results ?? [];
  if (result?.category_scores === undefined) return undefined;
  const scores = Object.entries(result.category_scores).map(([name, score]) => ({ name, score }));
  const flagged = result.flagged ?? null;
  return { kind: 'scores', scores: ordered(scores), flagged, languages: [] };
}

/** The highest first; among equals as they came. */
const ordered = (scores: NamedScore[]): NamedScore[] =>
  [...scores].sort((one, other) => other.score - one.score);

/** Of an error in Google's or OpenAI's shape, or of problem details. */
function messageOf({ text }: Answer): string | null {
  const body: { error?: { message?: unknown }; detail?: unknown } | undefined = parsed(text);
  const message = body?.error?.message ?? body?.detail;
  return typeof message === 'string' && message !== '' ? message : null;
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

/** A body as it is best read: JSON in lines, anything else as it is. */
export function readable(text: string): string {
  const value = parsed(text);
  return value === undefined ? text : pretty(value);
}
