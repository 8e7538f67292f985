import { LARGE_BODY_BYTES } from '../../http/body-rules.js';
import type { Dialect } from '../dialect.js';
import { openAiError } from './openai-error.js';

/** A hundred texts may come at once. */
export const OPENAI: Dialect = {
  addresses: /^\/v1\/moderations([/?]|$)/,
  body: { limit: LARGE_BODY_BYTES },
  error: openAiError,
};
