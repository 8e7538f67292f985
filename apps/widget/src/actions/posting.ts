import type { SubmitCommentResult } from '#contract';
import { asFailure, type Composer, type Discussion } from '../discussion.js';
import type { NewComment } from '../service/comments-service.js';
import type { Failure } from '../service/failure.js';
import { DEEPEST, depthOf } from '../state/depth.js';
import { ownComment, placed } from '../state/own-comments.js';
import { withComment } from '../state/thread.js';
import { loadNudge, nudgeSentence } from '../views/nudges.js';
import { asSent, charactersOf } from './composing.js';
import { editableUntil } from './restoring.js';
import { watchVerdict } from './verdicts.js';

/** Pauses before a comment whose answer was lost is sent again, in milliseconds. */
const PAUSES_MS = [800, 2500];

/** Sends what is in the field; asks what the checks think of it first, where the page's rules say so. */
export async function submit(
  discussion: Discussion,
  place: string,
  { anyway = false } = {},
): Promise<void> {
  const composer = discussion.screen.composers[place];
  if (!composer || !isReady(discussion, composer)) return;
  const asks = discussion.rules.nudge && !anyway && composer.phase === 'idle';
  if (asks && (await objects(discussion, composer))) return;
  await send(discussion, composer);
}

function isReady({ rules }: Discussion, { text, phase, failure }: Composer): boolean {
  const characters = charactersOf(text);
  const fits = characters > 0 && characters <= rules.maximumCharacters;
  const waits = (failure?.waitUntil ?? 0) > Date.now();
  return fits && !waits && (phase === 'idle' || phase === 'nudged');
}

/** A hint is a courtesy: where it cannot be had, the comment goes its way without. */
async function objects(
  discussion: Discussion,
  { parentId, place, text }: Composer,
): Promise<boolean> {
  const { host, service } = discussion;
  discussion.compose(place, { phase: 'looking' });
  try {
    const comment = newComment(discussion, parentId, asSent(text));
    const [preview] = await Promise.all([service.preview(comment), loadNudge()]);
    if (preview.status === 'published') return false;
    discussion.compose(place, { phase: 'nudged', preview });
    host.say(nudgeSentence(discussion, preview));
    host.focus(`nudge-${place}`);
    return true;
  } catch {
    return false;
  }
}

async function send(discussion: Discussion, composer: Composer): Promise<void> {
  const { place, edits } = composer;
  discussion.compose(place, { phase: 'sending', failure: null, preview: null });
  try {
    if (edits === null) await post(discussion, composer);
    else await change(discussion, composer, edits);
  } catch (error) {
    const failure = asFailure(error);
    discussion.compose(place, { phase: 'idle', failure });
    discussion.host.emit('error', { code: failure.code });
  }
}

async function post(discussion: Discussion, { place, parentId, text }: Composer): Promise<void> {
  const { article, authorships, drafts, host, phrases, service } = discussion;
  const comment = newComment(discussion, parentId, asSent(text));
  const draft = discussion.draftPlace(parentId);
  const key = drafts.keyFor(draft, comment);
  const { id, status, authorToken } = await persistently(() => service.post(comment, key));
  authorships.add({ id, article: article.id, token: authorToken });
  drafts.forget(draft);
  const createdAt = new Date().toISOString();
  const until = editableUntil(discussion, { createdAt });
  const name = comment.author?.name ?? discussion.thread.page?.reader?.name ?? null;
  const written = { id, parentId, name, body: asSent(text), createdAt, editableUntil: until };
  discussion.change((thread) => placed(thread, ownComment(written, status)));
  if (parentId === null) discussion.compose(place, { text: '', phase: 'idle' });
  else discussion.compose(place, null);
  bringIntoSight(discussion, parentId);
  discussion.mark(id);
  host.emit('posted', { id, status, parentId });
  // It is settled already when it was sent before and the answer was lost.
  host.say(phrases.text(status === 'deleted' ? 'gone' : status));
  host.focus(`c-${id}`);
  watchVerdict(discussion, id);
}

/** A reply to one of the deepest that are shown would stand below them, where nobody sees it. */
function bringIntoSight(discussion: Discussion, parentId: string | null): void {
  const {
    screen: { focus },
    thread,
  } = discussion;
  if (parentId !== null && depthOf(thread.entries, parentId, focus) >= DEEPEST)
    discussion.show({ focus: parentId });
}

function newComment(
  { name, article, thread }: Discussion,
  parentId: string | null,
  body: string,
): NewComment {
  const reader = thread.page?.reader;
  const named = (reader == null || reader.anonymous) && name.trim() !== '';
  return { article, parentId, body, ...(named && { author: { name: name.trim() } }) };
}

async function change(
  discussion: Discussion,
  { place, text }: Composer,
  id: string,
): Promise<void> {
  const { authorships, host, phrases, service } = discussion;
  const body = asSent(text);
  const { status } = await service.edit(id, body, authorships.token(id));
  const own = discussion.thread.entries[id]?.comment.own;
  const editedAt = new Date().toISOString();
  discussion.change((thread) =>
    withComment(thread, id, { body, editedAt, ...(own && { own: { ...own, status } }) }),
  );
  discussion.compose(place, null);
  host.emit('edited', { id });
  host.say(phrases.text('pending'));
  host.focus(`c-${id}`);
  watchVerdict(discussion, id);
}

/** Sent again under the same key, nothing is posted twice. */
async function persistently(
  work: () => Promise<SubmitCommentResult>,
): Promise<SubmitCommentResult> {
  for (const pause of PAUSES_MS) {
    try {
      return await work();
    } catch (error) {
      if (!(error as Failure).unanswered || !navigator.onLine) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return work();
}
