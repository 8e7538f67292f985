import { randomUUID } from 'node:crypto';
import { ModeratoClient } from '../../../apps/tools/src/http/moderato-client.js';
import { problemSentence } from '../../../apps/tools/src/http/problem-code.js';
import type { SiteKeys } from '../../../apps/tools/src/http/site-keys.js';
import { commentText } from '../comment-text.js';

const CONNECTIONS = 20;

/** Posts comments as a site's server would, over many articles and authors; throws when one is refused. */
export async function seedComments(url: string, keys: SiteKeys, count: number): Promise<void> {
  const client = new ModeratoClient(url, keys, CONNECTIONS);
  let number = 0;
  const post = async (): Promise<void> => {
    while (number < count) {
      number += 1;
      const answer = await client.submit(commentOf(number), randomUUID());
      if (answer.status !== 202)
        throw new Error(`a comment was refused: ${problemSentence(answer)}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, post));
  client.close();
}

function commentOf(number: number) {
  return {
    article: { id: `article-${number % 50}` },
    body: commentText(number),
    author: { name: `reader-${number % 2000}` },
  };
}
