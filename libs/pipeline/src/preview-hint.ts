import type { CommentPreview, Finding, Label, TextSpan } from '#contract';
import type { Verdict } from '#moderation';

/** How the sentence goes on; `null` for what a reader should not learn by trying. */
const BECAUSE: Record<Label, string | null> = {
  toxicity: 'its tone may hurt others',
  'severe-toxicity': 'its tone may hurt others',
  insult: 'it may be read as an insult',
  obscene: 'it has strong language in it',
  threat: 'it may be read as a threat',
  'identity-attack': 'it may be read as an attack on a group of people',
  spam: 'it looks like advertising',
  'link-count': 'it has many links in it',
  'blocked-link': 'it links to a page that is not allowed here',
  'banned-word': 'it has words in it that are not allowed here',
  'suspect-word': 'it has words in it that a moderator looks at first',
  profanity: 'it has strong language in it',
  'repeat-by-author': 'you have said nearly the same before',
  'repeat-across-authors': 'others have posted nearly the same text',
  flood: 'many comments came within a short time',
  'author-banned': null,
  'author-suspended': null,
  'author-premoderated': null,
  'author-new': 'a moderator looks at first comments here',
  capitals: 'it has many capital letters in it',
  gibberish: 'it can hardly be read',
  'not-scored': 'its language cannot be checked here',
};

/** A verdict as the reader is told of it, gently and without numbers. */
export function previewOf({ status, reason, findings }: Verdict): CommentPreview {
  if (status === 'published') return { status, hint: null, about: null, spans: [] };
  const outcome = status === 'held' ? 'hold' : 'reject';
  const deciding = findings.find((one) => one.outcome === outcome && one.reason === reason);
  const because = deciding?.label ? BECAUSE[deciding.label] : null;
  return {
    status,
    hint: sentence(status, because),
    about: because === null ? null : (deciding?.label ?? null),
    spans: spansOf(findings),
  };
}

function sentence(status: 'held' | 'rejected', because: string | null): string {
  if (because === null) return 'A moderator may look at this before it appears.';
  return status === 'held'
    ? `This may be held for a moderator, because ${because}.`
    : `This will probably not be published, because ${because}.`;
}

/** The words that object, in order and not overlapping, whichever finding they are from. */
function spansOf(findings: readonly Finding[]): TextSpan[] {
  const spans = findings
    .filter(({ outcome, label }) => outcome !== 'none' && label !== null && BECAUSE[label] !== null)
    .flatMap((finding) => finding.spans)
    .toSorted((a, b) => a.start - b.start);
  const merged: TextSpan[] = [];
  for (const { start, end } of spans) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
