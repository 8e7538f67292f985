import { FAIL_SAFE_MODES, POLICY_MODES } from '#contract';
import type { Path } from './policy-document.js';

/** How a value is shown and changed. */
export type FieldKind = 'choice' | 'switch' | 'number' | 'lines';

export interface Field {
  path: Path;
  kind: FieldKind;
  /** Of a choice. */
  options?: readonly string[];
}

const field = (path: string, kind: FieldKind, options?: readonly string[]): Field => ({
  path: path.split('.'),
  kind,
  ...(options && { options }),
});

const FLOODS = ['author', 'address', 'article'].flatMap((whose) => [
  field(`flood.${whose}.perMinute`, 'number'),
  field(`flood.${whose}.perHour`, 'number'),
]);

/** All of a policy but its thresholds, in the order of the page. */
export const FIELD_GROUPS = {
  entry: [
    field('mode', 'choice', POLICY_MODES),
    field('holdNewAuthors', 'switch'),
    field('anonymous', 'switch'),
    field('nudge', 'switch'),
    field('appeals', 'switch'),
    field('editWindowSeconds', 'number'),
    field('reports.threshold', 'number'),
    field('failSafe', 'choice', FAIL_SAFE_MODES),
  ],
  words: [
    field('words.banned', 'lines'),
    field('words.suspect', 'lines'),
    field('words.allowed', 'lines'),
    field('words.profanity', 'switch'),
  ],
  links: [
    field('links.maximum', 'number'),
    field('links.block', 'lines'),
    field('links.allow', 'lines'),
  ],
  pace: [
    field('repeat.windowHours', 'number'),
    field('repeat.maximumAuthors', 'number'),
    ...FLOODS,
  ],
} as const satisfies Record<string, readonly Field[]>;
export type FieldGroup = keyof typeof FIELD_GROUPS;

/** What a label's score leads to. */
export const OUTCOMES = ['hold', 'reject'] as const;
