import { readSubjectEvents } from '#audit';
import { HISTORY_EVENTS, type HistoryEvent, type HistoryEventName } from '#contract';
import type { Session } from '#database';
import type { CommentRef } from '#transitions';

/** As the trail calls them. */
const EVENT_OF = new Map<string, HistoryEventName>(
  HISTORY_EVENTS.map((event) => [`comment.${event}`, event]),
);

/** What happened to a comment besides decisions and notes, newest first. */
export async function readHistoryEvents(
  session: Session,
  { siteId, commentId }: CommentRef,
): Promise<HistoryEvent[]> {
  const events = await readSubjectEvents(session, siteId, commentId, [...EVENT_OF.keys()]);
  return events.flatMap(({ action, ...rest }) => {
    const event = EVENT_OF.get(action);
    return event === undefined ? [] : [{ ...rest, event }];
  });
}
