import { PAY } from './bait.js';
import { phrase, type Wording } from './wording.js';

const COINS = '(?:tokens?|coins?|nfts?|crypto|usdt|bitcoins?|btc|eth|solana|airdrops?)';
/** Who warns of the trick names it, too. */
const NOT_WARNED = "(?<!(?:never|not|don't|don’t|dont|to|you|who|that) )";

/** Gifts of tokens that empty the wallet; each wording orders or promises, for the news reports on airdrops. */
export const TOKEN_GIFTS: readonly Wording[] = [
  phrase(
    'airdrop airdrops',
    '(?:free|crypto|token|official|exclusive|new) airdrops?(?! (?:of|by|from|zone))',
  ),
  phrase(
    'airdrop airdrops',
    'airdrops? (?:is (?:now )?live|ends (?:soon|today|tonight)|for (?:the )?(?:first|next|early) )',
  ),
  phrase(
    'claim claiming collect grab mint',
    `${NOT_WARNED}(?:claim|collect|grab|mint)(?:ing)? (?:(?:your|my|ur|the|a|some|\\d{1,6}) ){0,2}(?:free )?(?:\\$?\\p{L}{2,8} )?${COINS} (?:now|here|today|before)`,
  ),
  phrase(
    'free',
    '(?:claim|get|grab|win|send(?:ing)?|giving away) (?:(?:your|my|our|some|out|\\d{1,6}|\\p{L}{2,8}) ){0,2}free (?:tokens?|coins|nfts?|crypto|usdt|bitcoins?|btc|eth)',
  ),
  phrase(
    'wallet wallets',
    `${NOT_WARNED}(?:connect|link|sync|validate|verify) (?:your|ur) (?:\\p{L}{2,12} ){0,2}wallets?(?: (?:to|and) (?:claim|receive|get|mint|earn)| (?:now|here|at|via)|\\s?[:➡👉→])`,
    '',
  ),
];

/** Work at home … */
const AT_HOME = phrase(
  'home online remote remotely laptop phone smartphone',
  '(?:work(?:ing)?|jobs?|earn(?:ing)?|money|income|hours|part[ -]time|full[ -]time)[^\\n.!?]{0,30}? (?:(?:from|at) (?:your |the comfort of your )?home|online|remote(?:ly)?|(?:from|on|with) (?:your |a |just a |any )?(?:laptop|phone|smartphone))|(?:remote|online|home[ -]based) (?:jobs?|work|positions?)',
);
/** … for so much … */
const PAID = { ...phrase('', PAY), needs: null, hint: /\d/ };
/** … and how little it takes: without it, it is a discussion of work and wages. */
const NO_EFFORT = phrase(
  'experience skills guaranteed apply start hiring spots slots places positions',
  "(?:no|without|zero) (?:prior |previous |any |special )?(?:experience|skills?)|(?:income|pay|salary|earnings|money|hour|day|week|month) guaranteed|guaranteed (?:income|pay|salary|earnings|money)|apply (?:here|now|today|via|below|at)|start (?:earning|today|now|right away)|(?:we are|we’re|we're|now|urgently) hiring|(?:few|limited|only \\d{1,3}) (?:spots|slots|places|positions)",
);

/** A job offer has all three. */
export const JOB_OFFER: readonly Wording[] = [AT_HOME, PAID, NO_EFFORT];
