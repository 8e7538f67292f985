import { storedChoice } from './stored-choice.js';

/** Whether single keys do things: who dictates to a computer must be able to switch them off (WCAG 2.1.4). */
export const shortcutsSwitch = storedChoice<'on' | 'off'>('moderato.shortcuts', ['on', 'off']);
