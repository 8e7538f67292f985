import type { TextSpan } from '#contract';
import type { CheckContext } from '../check.js';
import { countedLinks } from '../links/counted-links.js';
import { isListedHost } from '../links/host.js';
import { repeatsOf, type Repeats } from '../repeat/repeats.js';
import { findShouting } from '../shape/capitals.js';
import { readText, type TextReading } from '../text/reading.js';
import { CHAT_HOSTS, SHORTENERS } from './shorteners.js';
import { INVESTMENT_OFFERS, MONEY_PROMISES, OFFERS, TRADERS } from './bait.js';
import { JOB_OFFER, TOKEN_GIFTS } from './lures.js';
import { CALLS_TO_ACTION } from './calls.js';
import { MESSENGER_CONTACTS, PHONE_NUMBERS } from './contacts.js';
import { mayHave, type Wording } from './wording.js';

/** What the signs are read from. */
export interface SpamFacts {
  context: CheckContext;
  reading: TextReading;
  repeats: Repeats;
  /** The words of the text, in lower case. */
  words: ReadonlySet<string>;
}

/** The pieces that show the sign, possibly none if the whole comment does; `null` where the sign is missing. */
type Sighting = readonly TextSpan[] | null;

/** One sign of spam. */
export interface SpamSign {
  name: string;
  /** How probable the sign alone makes spam, 0 to 1. Supporting signs count only beside others. */
  weight: number;
  supporting?: true;
  why: string;
  find: (facts: SpamFacts) => Sighting;
}

const unlessEmpty = (spans: readonly TextSpan[]): Sighting => (spans.length > 0 ? spans : null);

function spansOf(one: Wording, { reading: { plain }, words }: SpamFacts): TextSpan[] {
  if (!mayHave(one, plain.text, words)) return [];
  return Array.from(plain.text.matchAll(one.pattern), (match) =>
    plain.toOriginal(match.index, match.index + match[0].length),
  );
}

const wording =
  (wordings: readonly Wording[]): SpamSign['find'] =>
  (facts) =>
    unlessEmpty(wordings.flatMap((one) => spansOf(one, facts)));

/** All wordings, in any order. */
function allOf(wordings: readonly Wording[]): SpamSign['find'] {
  return (facts) => {
    const spans: TextSpan[] = [];
    for (const one of wordings) {
      const found = spansOf(one, facts);
      if (found.length === 0) return null;
      spans.push(...found);
    }
    return spans;
  };
}

/** Looked for only where there is a link to follow: without one, it is talk. */
const besideLink =
  (find: SpamSign['find']): SpamSign['find'] =>
  (facts) =>
    countedLinks(facts.context).length > 0 ? find(facts) : null;

function findLinkOnly(facts: SpamFacts): Sighting {
  const links = countedLinks(facts.context);
  if (links.length === 0) return null;
  const linked = links.reduce((sum, { start, end }) => sum + end - start, 0);
  const { body } = facts.context.comment;
  return body.replace(/\s+/g, '').length - linked <= 12 ? links : null;
}

function findBurst({ context: { rates, policy } }: SpamFacts): Sighting {
  const { perMinute } = policy.flood.author;
  return rates.author && perMinute !== null && rates.author.perMinute * 2 > perMinute ? [] : null;
}

/**
 * The signs, combined by noisy-or: 1 less the product of what each leaves open. Weights were set by what each alone would
 * make a moderator think and looked over against public sets. With all authors taken for new, 0.7 holds 3 of 7,500
 * comments from news and talk pages, 45% of the spam on Telegram, a third of that on YouTube and 6% of that on Instagram:
 * the repeats that give campaigns away are not in such sets, and wordings that nobody has written down yet are many.
 */
export const SPAM_SIGNS: readonly SpamSign[] = [
  {
    name: 'a link',
    weight: 0.15,
    why: 'most links are sources',
    find: (facts) => unlessEmpty(countedLinks(facts.context)),
  },
  {
    name: 'three or more links',
    weight: 0.3,
    why: 'few arguments need three',
    find: (facts) => (countedLinks(facts.context).length >= 3 ? [] : null),
  },
  {
    name: 'a link in disguise',
    weight: 0.6,
    why: 'who hides a link knows why',
    find: (facts) => unlessEmpty(countedLinks(facts.context).filter(({ disguised }) => disguised)),
  },
  {
    name: 'a shortened link',
    weight: 0.35,
    why: 'hides where it leads; some readers copy what they were given',
    find: (facts) =>
      unlessEmpty(countedLinks(facts.context).filter(({ host }) => isListedHost(host, SHORTENERS))),
  },
  {
    name: 'a link into a chat',
    weight: 0.7,
    why: 'swindles need a private talk',
    find: (facts) =>
      unlessEmpty(countedLinks(facts.context).filter(({ host }) => isListedHost(host, CHAT_HOSTS))),
  },
  {
    name: 'nothing but a link',
    weight: 0.4,
    why: 'says nothing about the article',
    find: findLinkOnly,
  },
  {
    name: 'a contact by messenger',
    weight: 0.75,
    why: 'readers of news have no business there',
    find: wording(MESSENGER_CONTACTS),
  },
  {
    name: 'a phone number',
    weight: 0.35,
    why: 'seldom the number of an office under discussion',
    find: wording(PHONE_NUMBERS),
  },
  {
    name: 'an e-mail address',
    weight: 0.3,
    why: 'as the phone number',
    find: ({ reading }) => unlessEmpty(reading.links.emails),
  },
  {
    name: 'a promise of money',
    weight: 0.6,
    why: 'amounts alone are news; amounts to be earned are bait',
    find: wording(MONEY_PROMISES),
  },
  {
    name: 'an investment offer',
    weight: 0.6,
    why: 'lost money comes back, invested money doubles',
    find: wording(INVESTMENT_OFFERS),
  },
  {
    name: 'a trading expert',
    weight: 0.4,
    why: 'financial news speaks of traders and platforms, too',
    find: wording(TRADERS),
  },
  {
    name: 'a call to action',
    weight: 0.6,
    why: 'asks to leave for the writer’s own place; hobbyists do it too',
    find: wording(CALLS_TO_ACTION),
  },
  {
    name: 'a gift of tokens',
    weight: 0.6,
    why: 'asks to claim something, with a link to claim it; who discusses airdrops claims nothing',
    find: besideLink(wording(TOKEN_GIFTS)),
  },
  {
    name: 'an offer of work at home',
    weight: 0.6,
    why: 'home, pay and no effort beside a link; debates on wages lack one of the four',
    find: besideLink(allOf(JOB_OFFER)),
  },
  {
    name: 'an unasked offer',
    weight: 0.6,
    why: 'goods that nobody discusses',
    find: wording(OFFERS),
  },
  {
    name: 'the same text by others',
    weight: 0.5,
    why: 'a campaign, or a slogan',
    find: ({ repeats }) => (repeats.otherAuthors > 0 ? [] : null),
  },
  {
    name: 'the same text by the author',
    weight: 0.45,
    why: 'posted around, or posted twice',
    find: ({ repeats: { byAuthor } }) =>
      byAuthor.exact.length + byAuthor.near.length > 0 ? [] : null,
  },
  {
    name: 'many comments at once',
    weight: 0.2,
    supporting: true,
    why: 'fast readers exist',
    find: findBurst,
  },
  {
    name: 'a new author',
    weight: 0.3,
    supporting: true,
    why: 'spam comes from new accounts, and so does everybody once',
    find: ({ context }) => (context.author.standing === 'new' ? [] : null),
  },
  {
    name: 'capitals',
    weight: 0.15,
    supporting: true,
    why: 'angry readers shout as well',
    find: ({ reading }) => (findShouting(reading.plain.text) ? [] : null),
  },
];

/** Collects the facts that the signs are read from. */
export function spamFacts(context: CheckContext): SpamFacts {
  const reading = readText(context.comment);
  const words = new Set(reading.folded.words.map(({ exact }) => exact));
  return { context, reading, repeats: repeatsOf(context), words };
}
