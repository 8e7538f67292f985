import { storedChoice } from './stored-choice.js';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Kept under the name that public/theme.js reads before the first paint. */
const choice = storedChoice<Theme>('moderato.theme', THEMES);

export const theme = {
  ...choice,
  set: (value: Theme): void => {
    choice.set(value);
    if (value === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = value;
  },
};
