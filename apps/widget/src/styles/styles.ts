import { COMMENT } from './comment.js';
import { CONTROLS } from './controls.js';
import { DIALOG } from './dialog.js';
import { LAYOUT } from './layout.js';
import { TOKENS } from './tokens.js';

/** All sheets of the widget, in the order in which they lie over each other. */
export const STYLES: readonly CSSStyleSheet[] = [TOKENS, CONTROLS, LAYOUT, COMMENT, DIALOG];
