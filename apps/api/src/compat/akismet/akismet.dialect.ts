import { parseForm } from '../../http/form-body.js';
import type { Dialect } from '../dialect.js';
import { akismetError } from './akismet-error.js';

/** Forms, which say in one of their fields how they are encoded. */
export const AKISMET: Dialect = {
  addresses: /^\/1\.[12]\//,
  body: {
    readers: { 'application/x-www-form-urlencoded': (form) => parseForm(form, 'blog_charset') },
  },
  error: akismetError,
};
