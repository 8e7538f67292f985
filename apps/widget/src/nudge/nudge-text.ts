import type { CommentPreview, Label } from '#contract';
import type { Phrases, TextKey } from '../strings/phrases.js';

/** What a label is about, where that is not how it is put. */
const ABOUT: Partial<Record<Label, TextKey>> = {
  spam: 'aboutSpam',
  'link-count': 'aboutLinks',
  'blocked-link': 'aboutLinks',
  'repeat-by-author': 'aboutRepeat',
  'repeat-across-authors': 'aboutRepeat',
  capitals: 'aboutShape',
  gibberish: 'aboutShape',
};

/** The hint before a comment is posted: the service's own sentence in its language, English, or ours. */
export function nudgeText(phrases: Phrases, { about, hint, status }: CommentPreview): string {
  if (hint !== null && phrases.locale.startsWith('en')) return hint;
  const outcome = phrases.text(status === 'held' ? 'nudgeHeld' : 'nudgeRejected');
  return about === null ? outcome : `${outcome} ${phrases.text(ABOUT[about] ?? 'aboutTone')}`;
}
