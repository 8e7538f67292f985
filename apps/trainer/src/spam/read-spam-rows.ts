import { readSet } from '../data/read-set.js';
import { HAM_SOURCE, SPAM_SOURCES } from '../data/sources.js';
import type { SpamRow } from './spam-row.js';

/** Mail is long and says nothing that its beginning does not. */
const LONGEST = 1_500;
/** Of the largest sets one row in so many: they teach about mail, and that talk is no spam. */
const EVERY: Readonly<Record<string, number>> = {
  'spam/spamassassin-email': 3,
  [HAM_SOURCE]: 4,
};

const thinned = <T>(rows: readonly T[], every: number): T[] =>
  rows.filter((_, index) => index % every === 0);

/** The rows that the spam model learns from. */
export function readSpamRows(folder: string): SpamRow[] {
  const labeled = SPAM_SOURCES.flatMap(({ path }) =>
    thinned(readSet(folder, path), EVERY[path] ?? 1).flatMap(({ text, spam, video }): SpamRow[] =>
      spam === 0 || spam === 1
        ? [{ text: text.slice(0, LONGEST), spam, source: path, ...(video && { group: video }) }]
        : [],
    ),
  );
  const ham = thinned(readSet(folder, HAM_SOURCE), EVERY[HAM_SOURCE] ?? 1).map(
    ({ text }): SpamRow => ({ text, spam: 0, source: HAM_SOURCE }),
  );
  return [...labeled, ...ham];
}
