import { akismetError } from './akismet/akismet-error.js';
import type { ErrorDialect } from './error-dialect.js';
import { googleError } from './perspective/google-error.js';
import { openAiError } from './openai/openai-error.js';

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
