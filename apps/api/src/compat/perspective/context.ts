import { refused } from './perspective-error.js';
import type { AnalyzeRequest } from './requests.js';

/** What a comment was written under is understood and not used, as in the original. @throws PerspectiveError INVALID_REQUEST */
export function assertContext(context: AnalyzeRequest['context']): void {
  if (context?.entries === undefined || context.articleAndParentComment === undefined) return;
  throw refused(
    'INVALID_REQUEST',
    'Context can have either entries or article_and_parent_comment, but both fields were populated.',
  );
}
