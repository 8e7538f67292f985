import { writeFileSync } from 'node:fs';

const OPENINGS = [
  'The council could have told us a year ago',
  'My grandfather worked in that very factory',
  'Nobody on our street was asked',
  'I read the report twice',
  'The new timetable is better than it looks',
  'Our school has waited since spring',
  'The photographs say more than the text',
  'I was there on Saturday',
  'The figures in the second paragraph are old',
  'A bridge would have cost less',
  'Somebody should ask the fishermen',
  'The mayor answered my letter within a week',
] as const;

const ENDINGS = [
  'and now it is too late to change the plan.',
  'but the reporter did not mention it.',
  'which surprised me more than the result.',
  'so I would like to see the minutes of the meeting.',
  'and I am glad that somebody wrote about it.',
  'though my neighbors remember it differently.',
  'and the rain did not help either.',
  'yet the buses were empty all winter.',
  'while the other half of the town slept.',
  'as the paper said in its first report.',
] as const;

/** Not everything is published: these are held or rejected, and so are their copies. */
const UNWELCOME = [
  'Buy cheap watches at http://watches.example http://rolex.example http://gold.example today',
  'What a load of bullshit, you fucking clowns.',
  'Earn money from home, write to me on WhatsApp +1 202 555 0134 now!!!',
] as const;

const ARTICLES = 5;
const AUTHORS = 90;

/**
 * Writes comments as the replay reads them: threads under several articles by many authors, most of
 * them civil, some unwelcome, some said before. The same count gives the same comments.
 */
export function writeComments(path: string, count: number): void {
  const lines = Array.from({ length: count }, (_, index) => JSON.stringify(commentAt(index)));
  writeFileSync(path, `${lines.join('\n')}\n`);
}

function commentAt(index: number) {
  const parent = parentOf(index);
  return {
    id: `c${index}`,
    article: `article-${index % ARTICLES}`,
    author: `Reader ${(index * 7) % AUTHORS}`,
    text: textAt(index),
    ...(parent !== undefined && { parent: `c${parent}` }),
  };
}

/** Every third comment answers one of the same article a few lines above, which may be a reply itself. */
function parentOf(index: number): number | undefined {
  return index % 3 === 2 && index >= 2 * ARTICLES ? index - 2 * ARTICLES : undefined;
}

function textAt(index: number): string {
  if (index % 11 === 5) return at(UNWELCOME, index);
  const opening = at(OPENINGS, index);
  if (index % 13 === 4) return `${opening}, ${ENDINGS[0]}`;
  return `${opening}, ${at(ENDINGS, Math.floor(index / OPENINGS.length))} (${index} times, I counted.)`;
}

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}
