import { hashText } from './hash.js';
import { HashTable } from './hash-table.js';

/** What a word says to somebody who looks for advertisements; a word may say several things. */
const WORDS = {
  /** The writer. */
  self: 'i im ive id ill my mine me our ours us we were myself am',
  /** The reader. */
  you: 'you u your ur yours youre yourself ya youll',
  /** The people talked about. */
  third: 'he she they them her hers his him their it its hes shes theyre himself',
  /** A crowd that is spoken to. */
  crowd:
    'guys everyone everybody friends people peoples yall folks anybody anyone ladies fans youtubers viewers all',
  greeting: 'hi hello hey heyy hiya greetings dear yo hola attention morning evening',
  /** Places of the writer's own. */
  place:
    'channel chanel channels chanell chanels chennel page pages profile website websites webpage site sites blog bio video videos vid vids music song songs cover covers mixtape track tracks album remix playlist store shop group account stream podcast app ebook clip soundcloud youtube facebook instagram twitter insta twitch webiste band link links url',
  /** Verbs of calls to action. */
  call: 'check checkout chek click clik visit follow join watch listen subscribe suscribe sub tap dm pm inbox text txt call contact message msg reach write claim buy order download share vote donate sign register apply reply send hmu go come view look try add get shop book hit search type discover google lookup tune donation sponsor chek chk',
  /** Asking to subscribe is advertising wherever there are channels. */
  subscribe:
    'subscribe suscribe subcribe subscribed subscribers subscriber subs sub subscribing followers unsubscribe',
  please: 'please pls plz plzz plzzz pleas pleasee plss kindly beg',
  /** The call is not to a place but to a private talk. */
  reach:
    'contact dm pm inbox text message msg whatsapp reach write email mail call chat hmu connect txt reply',
  messenger:
    'whatsapp whatsap watsapp whatapp telegram wechat viber kik snapchat skype zangi icq discord hangout hangouts tg',
  money:
    'money cash profit profits profitable income payout payouts paid pay payment rich wealth wealthy salary bills debt debts earnings returns funds fund financial financially capital loan loans credit deposit deposited withdraw withdrawal withdrew finances wage fortune millionaire',
  gain: 'earn earned earning earns made make making received receive receiving got gained gain get getting won win profited cashed withdrew withdraw paid returned recovered',
  currency:
    'usd dollars dollar bucks euro euros eur gbp pounds pound btc eth usdt grand grands cents naira rupees rs k',
  coin: 'bitcoin bitcoins btc eth ethereum crypto cryptocurrency cryptocurrencies cryptos forex fx nft nfts usdt airdrop airdrops token tokens coin coins wallet wallets mining binance coinbase blockchain defi solana bnb xrp altcoin altcoins',
  invest:
    'invest invested investing investment investments investor investors trade trades traded trading stock stocks option options signals binary broker portfolio roi strategy strategies',
  /** Whom testimonials praise. */
  expert:
    'trader traders expert experts mentor coach broker manager analyst guru assistant admin professional adviser advisor hacker hackers agent doctor dr herbalist caster priest platform company',
  title: 'mr mrs ms miss sir madam dr mister maam prof coach',
  /** How testimonials praise. */
  testimony:
    'testify testimony testimonies testimonial grateful gratitude recommend recommended recommending trusted trust trustworthy legit legitimate honest honesty genuine reliable helped helping transparency transparent guidance blessing blessed saved introduce introduced referred appreciate appreciated successful success generous skeptical doubt doubted promise promised believed thankful proof confess skills platform expectations started opportunity',
  thanks: 'thanks thank thankyou thx tnx gracias',
  period:
    'day days daily week weeks weekly month months monthly hour hours hourly hrs per minutes overnight within everyday 24hours 7days year',
  urgent:
    'now today urgent limited hurry immediately instantly instant soon fast asap tonight last ends expires quick quickly',
  offer:
    'free win winner winners won prize prizes gift gifts giveaway bonus offer offers discount promo guaranteed guarantee award awarded cheap cheapest deal deals sale price prices sell selling reward rewards coupon code voucher exclusive promotion lottery jackpot casino betting bet bonus services service delivery shipping customers',
  /** Goods that nobody discusses. */
  goods:
    'sexy sex hot nude nudes dating singles xxx porn horny naked escort escorts cam webcam girl girls babes adult lonely hookup herbal herbs herb cure cured cures viagra cialis pills pill weight diet keto herpes hiv spell spells penis dick remedy medicine diabetes supplement supplements disease',
  work: 'job jobs work working home online remote hiring hire vacancy smartphone laptop internet phone business opportunity part-time onliners recruiting freelance',
  /** Artists that want to be found. */
  artist:
    'rapper rappers singer singers artist artists musician producer upcoming aspiring talent talented dream dreams unsigned unknown beats lyrics recording guitarist songwriter gamer gaming gameplay tutorials vlogs rap raps dj freestyle feedback exposure promote promoting promotion',
  /** Who says it is no spam. */
  excuse:
    'spam spamming sorry annoying annoy annoyed bother ignore hate advertise advertising scam fake',
  votes: 'like likes thumbs thumb upvote upvotes reach',
  /** Sermons and chain letters. */
  faith:
    'jesus christ god lord pray prayer prayers holy savior saviour heaven sins sin bible allah gospel repent amen blessings worship',
  praise:
    'love loved loves best awesome great nice amazing cool good beautiful wow lol lmao haha hahaha epic perfect favorite fav masterpiece legend omg funny cute',
  /** Words of a conversation on the matter at hand. */
  talk: 'because but why what how who think thought believe know really just still never always dont doesnt didnt cant wont isnt wasnt shouldnt wouldnt should would could that this these those there than then when where if or so not no too even though maybe actually agree wrong true same like remember said says',
  /** The frame of every English sentence; its lack shows lists, slogans and other languages. */
  frame:
    'the a an of to in and is was for on with at by from as be are were has have had been do does did will can',
} as const;

export type SpamWord = keyof typeof WORDS;

const NAMES = Object.keys(WORDS) as SpamWord[];

/** The bit of each kind of word; at most 32 kinds fit. */
export const WORD_BIT = Object.fromEntries(
  NAMES.map((name, at) => [name, (1 << at) >>> 0]),
) as Record<SpamWord, number>;

/** From the hash of a lower-case word without apostrophes to the bits of its kinds. */
export const SPAM_WORDS = new HashTable(
  NAMES.flatMap((name) =>
    WORDS[name].split(' ').map((word): [number, number] => [hashText(word), WORD_BIT[name]]),
  ),
);
