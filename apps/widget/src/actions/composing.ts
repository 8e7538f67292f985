import type { Composer, Discussion } from '../discussion.js';

/** Opens a field for a reply, or for a new comment where there is no parent. */
export function openComposer(discussion: Discussion, parentId: string | null): void {
  const place = parentId === null ? 'new' : `reply-${parentId}`;
  if (discussion.screen.composers[place] === undefined) {
    const text = discussion.drafts.text(discussion.draftPlace(parentId));
    add(discussion, { place, parentId, edits: null, text });
  }
  if (parentId !== null) discussion.host.focus(`text-${place}`);
}

/** Opens a field with the text of the reader's own comment. */
export function openEditor(discussion: Discussion, id: string): void {
  const { parentId = null, body = '' } = discussion.thread.entries[id]?.comment ?? {};
  const place = `edit-${id}`;
  add(discussion, { place, parentId, edits: id, text: body });
  discussion.host.focus(`text-${place}`);
}

function add(
  discussion: Discussion,
  composer: Pick<Composer, 'place' | 'parentId' | 'edits' | 'text'>,
): void {
  const opened = { ...composer, phase: 'idle', failure: null, preview: null } as const;
  discussion.show({ composers: { ...discussion.screen.composers, [composer.place]: opened } });
}

/** Closes it; a draft that was begun stays for the next time. */
export function closeComposer(discussion: Discussion, { place, parentId, edits }: Composer): void {
  discussion.compose(place, null);
  discussion.host.focus(`c-${edits ?? parentId ?? ''}`);
}

/** The reader has typed. */
export function typed(discussion: Discussion, composer: Composer, text: string): void {
  if (composer.edits === null)
    discussion.drafts.write(discussion.draftPlace(composer.parentId), text);
  discussion.compose(composer.place, { text, phase: 'idle', preview: null, failure: null });
}

/** From the hint back to the text. */
export function editAgain(discussion: Discussion, { place }: Composer): void {
  discussion.compose(place, { phase: 'idle', preview: null });
  discussion.host.focus(`text-${place}`);
}

/** The text as the service stores it, so that the offsets it tells are offsets in here. */
export function asSent(text: string): string {
  return text.normalize('NFC').trim();
}

/** How many characters the service counts: code points. */
export function charactersOf(text: string): number {
  return [...asSent(text)].length;
}
