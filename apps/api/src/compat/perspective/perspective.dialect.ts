import { LARGE_BODY_BYTES } from '../../http/body-rules.js';
import { parseJsonBody } from '../../http/json-body.js';
import type { Dialect } from '../dialect.js';
import { googleError } from './google-error.js';

/** What a comment was written under may come with it. Google takes JSON under whatever name, and many scripts send none. */
export const PERSPECTIVE: Dialect = {
  addresses: /^\/(v1alpha1|\$discovery)\//,
  body: { limit: LARGE_BODY_BYTES, readers: { '*': parseJsonBody } },
  error: googleError,
};
