import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CheckContext,
  compileWordLists,
  DEFAULT_POLICY,
  fingerprint,
  type RecentText,
} from '#moderation';
import { projectFolder } from '../../../apps/tools/src/http/project-folder.js';

/** What a check is given for a sample comment, with the line of JSON that it came from. */
export interface SampleContext {
  line: string;
  context: CheckContext;
}

const NOW = new Date('2026-11-01T12:00:00Z');
/** As many earlier comments as a busy article brings along. */
const RECENT_TEXTS = 20;

/** The samples as contexts under the default policy, each among earlier comments of its author and of others. */
export async function readSampleContexts(): Promise<SampleContext[]> {
  const content = await readFile(join(projectFolder(), 'samples/comments.jsonl'), 'utf8');
  const lines = content.split('\n').filter((line) => line !== '');
  const bodies = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  const recent = bodies.slice(0, RECENT_TEXTS).map(recentText);
  const words = compileWordLists(DEFAULT_POLICY.words);
  return lines.map((line, index) => {
    const base = contextOf(bodies[index] ?? '', index, recent);
    return { line, context: { ...base, policy: DEFAULT_POLICY, words } };
  });
}

function contextOf(
  body: string,
  index: number,
  recent: RecentText[],
): Omit<CheckContext, 'policy' | 'words'> {
  const { textHash, simHash } = fingerprint(body);
  const rate = { perMinute: 1, perHour: 5 };
  return {
    now: NOW,
    comment: {
      ...{ id: `comment-${index}`, revision: 1, body, articleId: 'article', parentId: null },
      ...{ authorName: 'reader', createdAt: NOW, textHash, simHash },
    },
    author: {
      ...{ id: 'author', standing: 'new', suspendedUntil: null, firstSeenAt: NOW },
      ...{ published: 1, held: 0, rejected: 0 },
    },
    recent: { byAuthor: recent, byOthers: recent },
    rates: { author: rate, address: rate, article: rate },
  };
}

function recentText(body: string, index: number): RecentText {
  const { textHash, simHash } = fingerprint(body);
  const commentId = `recent-${index}`;
  return { commentId, articleId: 'article', authorId: null, textHash, simHash, createdAt: NOW };
}
