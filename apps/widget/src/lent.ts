import { html, nothing } from 'lit/html.js';
import { asSent, editAgain } from './actions/composing.js';
import { asFailure } from './discussion.js';
import { withdrawn } from './state/own-comments.js';
import { failureText } from './views/failure-text.js';

/**
 * What the files that are loaded later are lent. They import nothing of widget.js: where a page adds
 * something to the address of that, as a version, it would be loaded a second time.
 */
export const LENT = { html, nothing, asFailure, asSent, editAgain, failureText, withdrawn };
export type Lent = typeof LENT;
