import { hinted, phrase, type Wording } from './wording.js';

const NUMBER = '\\d[\\d.,]{0,12}\\s?[km]?';
const AMOUNT = `(?:[$€£₹₽¥]\\s?${NUMBER}|${NUMBER}\\s?(?:[$€£₹₽¥]|usd|usdt|eur|gbp|btc|eth|dollars?|euros?|pounds|bucks))`;
const DIGIT = /\d/;
const HAN = /[\u4e00-\u9fff]/;
const CYRILLIC = /[\u0400-\u04ff]/;
const PERIOD =
  '(?:(?:per|a|an|each|every|in (?:a|one|two|just)|/)\\s?(?:hour|hr|day|week|month|minute|night)s?|daily|weekly|monthly|hourly)';
/** Source of an amount by the hour, day, week or month. */
export const PAY = `${AMOUNT}\\s?\\+?\\s?(?:(?:in|as) \\p{L}{1,10} )?${PERIOD}`;
const EFFORT =
  '(?:from home|at home|online|my laptop|part[ -]time|working from|trading with|invest(?:ed|ing|ment) (?:of|with)|the internet|no experience)';

/** The promise of a gain. Amounts alone are news: it takes a gain, an amount, a period and little effort. */
export const MONEY_PROMISES: readonly Wording[] = [
  {
    ...phrase(
      'earn earns earned earning making make made makes profit profits income withdraw withdrawal withdrew payout paid received cashed returns',
      `(?:i|i'm|i’m|im|you|she|he|we|people|students|mom|am)?\\s?(?:can |could |have |now |will |just |already )?(?:earn(?:s|ed|ing)?|mak(?:e|es|ing)|made|profits?|income|withdr[ae]w(?:n|al)?|payouts?|cashed|returns?|paid|received)[^\\n!?]{0,40}?${AMOUNT}[^\\n!?]{0,20}?${PERIOD}[^\\n]{0,80}?${EFFORT}`,
    ),
    hint: DIGIT,
  },
  {
    ...phrase(
      'earn earned earning making withdraw withdrawal withdrew profit profits payout',
      `(?:earn(?:ed|ing)?|making|withdr[ae]w(?:n|al)?|payouts?|profits?)\\s(?:of |over |about |up to |an extra |extra |at least |around |more than |like ){0,2}${AMOUNT}\\s?\\+?\\s?(?:${PERIOD}|with(?:in)? (?:her|him|this|\\d))`,
    ),
    hint: DIGIT,
  },
  phrase(
    'cash income money profits profit earnings',
    'passive income|(?:quick|fast) (?:cash|money)|weekly (?:income|profits?|earnings)',
  ),
  phrase(
    'money cash income profit profits bitcoin bitcoins',
    '(?:make|earn|making|earning) (?:(?:extra|some|real|good|huge|big) )?(?:money|cash|income|profits?|bitcoins?) (?:online|from home|at home|fast|daily|weekly|easily|every (?:day|week|hour))',
  ),
  hinted(HAN, '日赚|月入过万|躺赚|日入\\d'),
  hinted(
    CYRILLIC,
    'заработок в интернете|удал[её]нн(?:ая|ый|ую) (?:работа|заработок|работу)|пассивный доход',
  ),
];

const TRADE =
  '(?:bitcoin|btc|crypto(?:currency)?|forex|fx|binary|option|options|stock|trading|trade|investment|account|mining)';
const TRADER =
  '(?:experts?|traders?|mentor|coach|broker|manager|platform|signals?|analyst|guru|assistant)';

/** Who swindlers say they are; financial news speaks of them too. */
export const TRADERS: readonly Wording[] = [
  phrase(
    'expert experts trader traders mentor coach broker manager platform signal signals analyst guru assistant',
    `(?:bitcoin|btc|crypto(?:currency)?|forex|fx|binary) (?:(?:trading|investment|options?|market) )?${TRADER}|(?:legit|trusted|certified|reliable|honest|verified|my|profitable) ${TRADE} ${TRADER}`,
  ),
  phrase(
    'trader broker hacker hackers platform',
    '(?:trusted|legit(?:imate)?|certified|verified|reliable|ethical) (?:\\p{L}{1,15} )?(?:trader|broker|hackers?|platform)',
  ),
];

/** Trading and recovery swindles. */
export const INVESTMENT_OFFERS: readonly Wording[] = [
  phrase(
    'recover recovered recovery recovering',
    'recover(?:ed|y|ing)? (?:(?:my|your|all|of|lost|stolen|his|her|the) ){1,4}(?:funds?|bitcoins?|btc|crypto|cryptocurrency|money|investment|wallet|account)',
  ),
  phrase(
    'trade traded trading invest invested investing',
    '(?:trad(?:e|ed|ing)|invest(?:ed|ing)?) (?:with|under|through) (?:her|him|mrs?|ms|sir|expert)',
  ),
  phrase(
    'double triple doubled multiply',
    '(?:double|triple|doubled|multiply) (?:your|my|up) (?:money|bitcoins?|btc|investment|crypto)',
  ),
  phrase('guaranteed', 'guaranteed (?:profits?|returns?|income|approval|winnings?)'),
];

const DRUGS =
  'viagra|cialis|levitra|weight[ -]loss (?:pills?|gummies)|keto gummies|male enhancement|penis enlarge\\p{L}{0,6}';
const GAMES =
  'online casino|casino bonus|free spins|betting tips|fixed match(?:es)?|no deposit bonus|jackpot winner';
const LOANS =
  'payday loans?|instant loans?|loan offer|bad credit loans?|credit repair|urgent loan|personal loans? at';
const DEALS =
  'limited[ -]time offer|100% (?:free|guaranteed|legit|working)|risk[ -]free|free gift cards?|free iphone|promo code|discount code|free shipping|lowest price';
const DATES =
  'hot (?:singles|girls)|local singles|cam girls?|escort service|meet (?:sexy|hot)|nude (?:pics|photos)|sexy (?:girls|singles)';
const MAGIC =
  'spell ?caster|love spell|lottery spell|herbal (?:cure|doctor)|cured my (?:herpes|hiv|cancer)|illuminati (?:member|brotherhood)';
const SERVICES =
  'seo services?|backlinks|buy followers|free followers|replica (?:watches|bags)|fake (?:passports?|documents|notes)|counterfeit (?:money|notes|bills)|essay writing service';

/** Offers that a reader of news did not ask for. */
export const OFFERS: readonly Wording[] = [
  phrase('viagra cialis levitra weight keto male penis', DRUGS),
  phrase('casino spins betting fixed deposit jackpot', GAMES),
  phrase('loan loans repair', LOANS),
  phrase('offer free guaranteed legit working code price gift risk', DEALS),
  phrase('singles girls girl escort meet nude sexy', DATES),
  phrase('spell spellcaster caster herbal cured illuminati', MAGIC),
  phrase('seo backlinks followers replica fake counterfeit essay', SERVICES),
  hinted(CYRILLIC, '(?<!\\p{L})онлайн[ -]казино|промокод на'),
  hinted(HAN, '娱乐城|网上赌场|博彩网'),
];
