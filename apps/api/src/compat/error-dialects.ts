import type { DomainError } from '#contract';
import { akismetError } from './akismet/akismet-error.js';
import { googleError } from './perspective/google-error.js';
import { openAiError } from './openai/openai-error.js';

/** An error as the clients of another system expect it. */
export interface DialectAnswer {
  status: number;
  headers?: Record<string, string>;
  type: string;
  body: unknown;
}

/** How a dialect says what went wrong. */
export type ErrorDialect = (error: DomainError) => DialectAnswer;

/** By how their addresses begin. Here, and not in the controllers, since a body that cannot be read never reaches one. */
const DIALECTS: readonly (readonly [RegExp, ErrorDialect])[] = [
  [/^\/(?:v1alpha1|\$discovery)\//, googleError],
  [/^\/1\.[12]\//, akismetError],
  [/^\/v1\/moderations(?:[/?]|$)/, openAiError],
];

/** The dialect of a request's address; `undefined` for our own. */
export function errorDialectOf(url: string): ErrorDialect | undefined {
  return DIALECTS.find(([addresses]) => addresses.test(url))?.[1];
}
