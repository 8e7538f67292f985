import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../harness/processes.js';
import type { Posted } from './held-comments.js';

/** What the articles of the samples are called, and where they stand. */
const ARTICLES: Record<string, [title: string, section: string]> = {
  'harbor-bridge': ['The old harbor bridge gets a cycle path', 'City'],
  'night-trains': ['Night trains return to the coast', 'Travel'],
  'city-budget': ['Council passes the budget by one vote', 'Politics'],
  'heat-pumps': ['What a heat pump costs in an old house', 'Climate'],
  'school-lunches': ['School lunches will be free from autumn', 'City'],
  'stadium-roof': ['The stadium roof leaks again', 'Sport'],
};

/** The comments of samples/, from the first on. */
export async function readSampleComments(count = Number.POSITIVE_INFINITY): Promise<Posted[]> {
  const file = await readFile(join(PROJECT_FOLDER, 'samples/comments.jsonl'), 'utf8');
  return file
    .trim()
    .split('\n')
    .slice(0, count)
    .map((line) => {
      const { text, author, article } = JSON.parse(line) as Record<string, string>;
      const [title, section] = ARTICLES[article!] ?? [article!, 'News'];
      return { body: text!, author: author!, article: article!, title, section };
    });
}
