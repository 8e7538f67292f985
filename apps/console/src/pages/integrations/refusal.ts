import type { Answer } from '../../api/request.js';

/** Why a question got no answer, whichever dialect says so. */
export const REFUSALS = [
  'limited',
  'not-allowed',
  'language',
  'empty',
  'too-long',
  'not-found',
  'busy',
  'failed',
  'invalid',
  'unreadable',
] as const;
export type Refusal = (typeof REFUSALS)[number];

const BY_STATUS: Record<number, Refusal> = {
  401: 'not-allowed',
  403: 'not-allowed',
  404: 'not-found',
  413: 'too-long',
  429: 'limited',
  503: 'busy',
};

/** What Perspective calls them, under one status. */
const BY_TYPE: Record<string, Refusal> = {
  COMMENT_EMPTY: 'empty',
  COMMENT_TOO_LONG: 'too-long',
  LANGUAGE_DETECTION_FAILED: 'language',
  LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE: 'language',
};

/**
 * Why an answer is none.
 * @param words what it says itself; `null` where it says nothing that can be read
 */
export function refusalOf({ status, text }: Answer, words: string | null): Refusal {
  const typed = BY_TYPE[typeOf(text) ?? ''] ?? BY_STATUS[status];
  if (typed !== undefined) return typed;
  if (status >= 500) return 'failed';
  return status >= 400 || words !== null ? 'invalid' : 'unreadable';
}

interface GoogleError {
  error?: { details?: { errorType?: unknown }[] };
}

function typeOf(text: string): string | undefined {
  try {
    const body = JSON.parse(text) as GoogleError | null;
    const types = body?.error?.details?.map(({ errorType }) => errorType) ?? [];
    return types.find((type) => typeof type === 'string');
  } catch {
    return undefined;
  }
}
