import { parseJsonList } from '../../http/json-body.js';
import type { Dialect } from '../dialect.js';

/** Isso's and Remark42's clients ask with a list, and do not always say that it is JSON. */
export const COUNT_LISTS: Dialect = {
  addresses: /^\/compat\/([^/]+\/)?(isso|remark42)\//,
  body: { readers: { 'application/json': parseJsonList, 'text/plain': parseJsonList } },
};
