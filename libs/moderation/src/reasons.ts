/** What a reason's sentence is made with; the values come from the finding or the decision. */
export type ReasonDetails = Readonly<Record<string, string | number>>;

/** Makes the sentence of one reason from its details and from the comment's own words, if they may be shown. */
type Sentence = (details: ReasonDetails, quotes: readonly string[]) => string;

const numberOf = (details: ReasonDetails, key: string): number => Number(details[key] ?? 0);
const textOf = (details: ReasonDetails, key: string, fallback: string): string => {
  const value = details[key];
  return value === undefined || value === '' ? fallback : String(value);
};

/** `1 link`, `2 links`. */
function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount.toLocaleString('en-US')} ${amount === 1 ? one : many}`;
}

const times = (amount: number): string =>
  amount === 1 ? 'once' : amount === 2 ? 'twice' : `${amount} times`;
const hours = (details: ReasonDetails): string => count(numberOf(details, 'hours'), 'hour');

function list(details: ReasonDetails, key: string): string {
  return textOf(details, key, 'a listed word')
    .split(', ')
    .map((word) => `"${word}"`)
    .join(', ');
}

function flood(who: string, details: ReasonDetails): string {
  const window = textOf(details, 'window', 'minute');
  const limit = details.limit === undefined ? '' : `; the limit is ${numberOf(details, 'limit')}`;
  return `${who} posted ${count(numberOf(details, 'observed'), 'comment')} within one ${window}${limit}.`;
}

/** Two digits, cut: 0.8996 must not read as the 0.90 that it did not reach. */
const digits = (score: number): string => (Math.floor(score * 100 + 1e-9) / 100).toFixed(2);

/** The threshold that the score reached, if there is one, as in ` (holds from 0.90)`. */
function reached({ holdsFrom, rejectsFrom }: ReasonDetails): string {
  if (rejectsFrom !== undefined) return ` (rejects from ${digits(Number(rejectsFrom))})`;
  return holdsFrom === undefined ? '' : ` (holds from ${digits(Number(holdsFrom))})`;
}

/** Who else than the classifier of this machine scored, as in ` by perspective`. */
function byWhom({ scorer }: ReasonDetails): string {
  return scorer === undefined || scorer === 'classifier' ? '' : ` by ${scorer}`;
}

const scored = (name: string): Sentence => {
  return (details, quotes) => {
    const behavior = textOf(details, 'behavior', '');
    const why = [quotes.map((quote) => `"${quote}"`).join(', '), behavior]
      .filter(Boolean)
      .join('; ');
    const score = details.score === undefined ? ' found' : ` ${digits(numberOf(details, 'score'))}`;
    return `${name}${score}${byWhom(details)}${reached(details)}${why && `: ${why}`}.`;
  };
};

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** `Portuguese` for `pt`. */
function languageName({ language }: ReasonDetails): string | undefined {
  const [primary = ''] = String(language).split('-', 1);
  // Anything but a tag makes Intl throw.
  const isTag = /^[a-z]{2,3}$/i.test(primary) && primary !== 'und';
  return isTag ? LANGUAGE_NAMES.of(primary) : undefined;
}

/** Every reason there is, with its sentence for moderators. */
const SENTENCES = {
  // Verdicts and moves that no finding explains.
  CLEAN: () => 'No check objected.',
  REVIEW_FIRST: () => 'The policy has a moderator see every comment before it is published.',
  COMMENTS_CLOSED: () => 'The policy takes no more comments here.',
  CHECK_FAILED: (details) => `The check "${textOf(details, 'check', 'unknown')}" could not run.`,
  CHECK_TIMED_OUT: (details) =>
    `The check "${textOf(details, 'check', 'unknown')}" did not finish in time.`,
  NEVER_CHECKED: () => 'The comment could not be checked in time and waits for a moderator.',
  EDITED: () => 'The text was changed and is checked again.',
  RECHECKED: () => 'The comment was checked again.',
  REPORTED: (details) => `Readers reported the comment ${times(numberOf(details, 'reports'))}.`,
  MODERATOR_PUBLISHED: () => 'A moderator published the comment.',
  MODERATOR_HELD: () => 'A moderator held the comment for another look.',
  MODERATOR_REJECTED: () => 'A moderator rejected the comment.',
  APPEALED: () => 'The author asks for another look.',
  APPEAL_REJECTED: () => 'A moderator looked again, and the comment stays rejected.',
  UNDONE: () => 'A moderator took the decision back.',
  DELETED: () => 'The comment was deleted.',
  DELETED_BY_AUTHOR: () => 'The author deleted the comment.',
  DELETED_BY_SITE: () => 'The site deleted the comment.',
  DELETED_BY_MODERATOR: () => 'A moderator deleted the comment.',
  ERASED: () => 'The comment was erased, with what identifies its author.',
  // Links.
  LINK_BLOCKED: (details) =>
    `Links to ${textOf(details, 'hosts', 'a host')}, which the policy blocks.`,
  LINK_COUNT: (details) =>
    `Has ${count(numberOf(details, 'links'), 'link')}; the policy allows ${numberOf(details, 'maximum')}.`,
  LINK_DISGUISED: (details) =>
    `Has ${count(numberOf(details, 'links'), 'link')}, ${numberOf(details, 'disguised')} in disguise; the policy allows ${numberOf(details, 'maximum')}.`,
  // Words.
  BANNED_WORD: (details) => `Says ${list(details, 'words')}, which the policy bans.`,
  SUSPECT_WORD: (details) => `Says ${list(details, 'words')}, which the policy finds suspect.`,
  PROFANITY: (details) => `Uses profanity: ${list(details, 'words')}.`,
  // Repeats.
  REPEAT_BY_AUTHOR: (details) =>
    `The author posted the same text ${times(numberOf(details, 'times'))} within ${hours(details)}.`,
  NEAR_REPEAT_BY_AUTHOR: (details) =>
    `The author posted nearly the same text ${times(numberOf(details, 'times'))} within ${hours(details)}.`,
  REPEAT_ACROSS_AUTHORS: (details) =>
    `${count(numberOf(details, 'authors'), 'other author')} posted nearly the same text within ${hours(details)}.`,
  // Rates.
  FLOOD_BY_AUTHOR: (details) => flood('The author', details),
  FLOOD_BY_ADDRESS: (details) => flood("The author's network address", details),
  FLOOD_ON_ARTICLE: (details) => flood('All readers of the article together', details),
  // Standing.
  AUTHOR_BANNED: () => 'The author is banned.',
  AUTHOR_SUSPENDED: (details) =>
    details.until === undefined
      ? 'The author is suspended.'
      : `The author is suspended until ${textOf(details, 'until', '')}.`,
  AUTHOR_PREMODERATED: () => "A moderator sees all of this author's comments first.",
  AUTHOR_NEW: (details) =>
    `The author is new here: ${count(numberOf(details, 'published'), 'comment')} published so far.`,
  // Shape.
  CAPITALS: (details) =>
    `Shouts: ${numberOf(details, 'percent')}% of the letters stand in words of capitals only.`,
  GIBBERISH: () => 'Reads like random keys.',
  REPEATED_CHARACTER: () => 'Is mostly one character, repeated.',
  PUNCTUATION_ONLY: () => 'Is nothing but punctuation.',
  STACKED_MARKS: () => 'Piles marks on its letters until they cannot be read.',
  INVISIBLE_TEXT: () => 'Has no visible character.',
  // Spam and the classifier.
  SPAM_SIGNS: (details) => `Looks like spam: ${textOf(details, 'signs', 'several signs')}.`,
  SCORED_TOXICITY: scored('Toxicity'),
  SCORED_SEVERE_TOXICITY: scored('Severe toxicity'),
  SCORED_INSULT: scored('Insult'),
  SCORED_OBSCENE: scored('Obscenity'),
  SCORED_THREAT: scored('Threat'),
  SCORED_IDENTITY_ATTACK: scored('Attack on a group of people'),
  SCORED_SPAM: scored('Spam'),
  SCORED_OTHER: scored('Something objectionable'),
  LANGUAGE_NOT_SCORED: (details) =>
    `Not scored: there is no model for ${languageName(details) ?? 'its language'}.`,
} as const satisfies Record<string, Sentence>;

/** A code that says why; the decision keeps it and the sentence is made when somebody reads it. */
export type ReasonCode = keyof typeof SENTENCES;

/** Every reason code. */
export const REASON_CODES = Object.keys(SENTENCES) as readonly ReasonCode[];

const isReasonCode = (reason: string): reason is ReasonCode => Object.hasOwn(SENTENCES, reason);

/**
 * One plain English sentence for a reason; a code of another version is named as it is. `quotes` are the comment's own words
 * that made a score: given by who shows the sentence beside the comment, and stored nowhere.
 */
export function describeReason(
  reason: string,
  details: ReasonDetails = {},
  quotes: readonly string[] = [],
): string {
  if (!isReasonCode(reason)) return `Reason: ${reason}.`;
  const sentence: Sentence = SENTENCES[reason];
  return sentence(details, quotes);
}
