import { mulberry32 } from '../obfuscate/random.js';
import type { SpamRow } from './spam-row.js';

const ADS = [
  'please subscribe to my channel',
  'check out my new website http://shop.example',
  'earn $500 a day from home, dm me',
  'contact Mrs Ada on whatsapp +1 555 010 0199',
  'thanks to @ada_fx i made $9000 in a week',
];
const TALK = [
  'the council never said what it would cost',
  'i do not agree with the writer about this',
  'she was right and nobody listened to her',
  'why should we pay for that again?',
  'best article i have read this year',
];
const FILLERS = ['today', 'really', 'again', 'friends', 'now', 'honestly', 'of course', 'as ever'];

/** Rows written by hand and varied by chance: `count` of each label from each source. */
export function madeUpRows(sources: readonly string[], count: number, seed = 1): SpamRow[] {
  const random = mulberry32(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const row = (spam: 0 | 1, source: string): SpamRow => ({
    text: `${pick(FILLERS)} ${pick(spam === 1 ? ADS : TALK)} ${pick(FILLERS)}`,
    spam,
    source,
    group: pick(['a', 'b', 'c']),
  });
  return sources.flatMap((source) =>
    Array.from({ length: count }, () => [row(1, source), row(0, source)]).flat(),
  );
}
