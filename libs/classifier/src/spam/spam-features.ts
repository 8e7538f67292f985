import { FEATURE_AT as AT, SPAM_FEATURES } from './spam-feature-names.js';
import { HostKind } from './spam-hosts.js';
import { handleBits, HandleBit } from './handle-bits.js';
import { emojiBits, EmojiBit } from './emoji-bits.js';
import type { SpamTokens } from './spam-tokens.js';
import { readShape } from './spam-shape.js';
import { WORD_BIT as BIT } from './spam-words.js';
import { TokenKind } from './token-kind.js';

const FAR = -1000;
const QUESTION = 63;
const HOST_FEATURES = new Map<number, number>([
  [HostKind.video, AT.videoLink],
  [HostKind.social, AT.socialLink],
  [HostKind.chat, AT.chatLink],
  [HostKind.shortener, AT.shortLink],
  [HostKind.offer, AT.offerLink],
]);

/** Counts of words by their bits: which feature counts which kind. */
const COUNTED: readonly (readonly [bit: number, feature: number])[] = [
  [BIT.money, AT.money],
  [BIT.coin, AT.coins],
  [BIT.invest, AT.invest],
  [BIT.call, AT.calls],
  [BIT.subscribe, AT.subscribe],
  [BIT.please, AT.please],
  [BIT.messenger, AT.messenger],
  [BIT.testimony, AT.testimony],
  [BIT.expert, AT.expert],
  [BIT.urgent, AT.urgent],
  [BIT.offer, AT.offer],
  [BIT.goods, AT.goods],
  [BIT.work, AT.work],
  [BIT.artist, AT.artist],
  [BIT.excuse, AT.excuse],
  [BIT.crowd, AT.crowd],
  [BIT.votes, AT.votes],
  [BIT.faith, AT.faith],
  [BIT.self, AT.self],
  [BIT.you, AT.you],
  [BIT.third, AT.third],
  [BIT.praise, AT.praise],
  [BIT.talk, AT.talk],
  [BIT.frame, AT.frame],
];
const REACHABLE = BIT.self | BIT.third | BIT.title;
const PERSONS = REACHABLE | BIT.expert;
/** Shares of the words, not counts. */
const SHARES = [AT.self, AT.you, AT.third, AT.talk, AT.frame];
/** For each bit the feature that counts it, or -1. */
const FEATURE_OF_BIT = Int16Array.from({ length: 32 }, (_, place) => {
  const found = COUNTED.find(([bit]) => bit === (1 << place) >>> 0);
  return found ? found[1] : -1;
});
const ADDRESS_KINDS = new Set<number>([
  TokenKind.link,
  TokenKind.email,
  TokenKind.handle,
  TokenKind.phone,
]);

/** The dense features of a comment, see `SPAM_FEATURES`. One object serves text after text; nothing is allocated. */
export class SpamFeatures {
  /** The features of the text read last, most of them 0 to 3. */
  readonly values = new Float32Array(SPAM_FEATURES.length);
  /** The token at which each kind of word was last seen. */
  private readonly last = new Int32Array(32);
  private lastAmount = FAR;
  private words = 0;
  private token = 0;
  /** Which token set off which feature: the token times 128 plus the feature, of the first 4,096. */
  readonly touched = new Uint32Array(4096);
  touchedCount = 0;

  read(tokens: SpamTokens): void {
    this.values.fill(0);
    this.last.fill(FAR);
    this.lastAmount = FAR;
    this.words = 0;
    this.touchedCount = 0;
    for (let at = 0; at < tokens.count; at++) {
      this.token = at;
      this.readToken(tokens, at);
    }
    this.readWhole(tokens);
    readShape(tokens, this.words, this.values);
    this.damp();
  }

  private bump(feature: number): void {
    this.values[feature] = (this.values[feature] as number) + 1;
    if (this.touchedCount < this.touched.length) {
      this.touched[this.touchedCount++] = this.token * 128 + feature;
    }
  }

  private since(bit: number, at: number): number {
    return at - (this.last[31 - Math.clz32(bit)] as number);
  }

  private readToken(tokens: SpamTokens, at: number): void {
    const kind = tokens.kinds[at] as number;
    if (kind === TokenKind.word) this.readWord(tokens, at);
    else if (kind === TokenKind.mark) this.readMark(tokens, at);
    else if (kind === TokenKind.emoji) this.readEmoji(tokens, at);
    else if (ADDRESS_KINDS.has(kind)) this.readAddress(tokens, at, kind);
    else this.readFigure(tokens, at, kind);
  }

  private readWord(tokens: SpamTokens, at: number): void {
    const bits = tokens.words[at] as number;
    this.words++;
    if (bits === 0) return;
    this.readPairs(bits, at);
    if ((bits & BIT.currency) !== 0 && at > 0) this.readCurrencyWord(tokens, at);
    let rest = bits;
    while (rest !== 0) {
      const place = 31 - Math.clz32(rest);
      const feature = FEATURE_OF_BIT[place] as number;
      if (feature >= 0) this.bump(feature);
      this.last[place] = at;
      rest &= ~((1 << place) >>> 0);
    }
  }

  /** What two words say together; they may have a few words between them. */
  private readPairs(bits: number, at: number): void {
    if ((bits & BIT.place) !== 0) this.readPlace(at);
    if ((bits & (BIT.call | BIT.please)) !== 0) this.readCall(bits, at);
    if ((bits & (BIT.votes | BIT.please)) !== 0) this.readVotes(bits, at);
    if ((bits & PERSONS) !== 0) this.readPerson(bits, at);
    if ((bits & BIT.period) !== 0 && at - this.lastAmount <= 5) this.bump(AT.amountPerPeriod);
    if ((bits & (BIT.money | BIT.gain)) !== 0 && this.since(BIT.work, at) <= 8) {
      this.bump(AT.workPay);
    }
    if ((bits & BIT.greeting) !== 0 && at < 2) this.bump(AT.greeting);
  }

  private readCall(bits: number, at: number): void {
    if ((bits & BIT.call) !== 0) {
      if (at === 0) this.bump(AT.callFirst);
      if (this.since(BIT.please, at) <= 3) this.bump(AT.pleaseCall);
    }
    if ((bits & BIT.please) !== 0 && this.since(BIT.call, at) <= 5) this.bump(AT.pleaseCall);
  }

  /** `dm me`, `contact her`, `thanks to Mrs …`. */
  private readPerson(bits: number, at: number): void {
    if ((bits & REACHABLE) !== 0 && this.since(BIT.reach, at) <= 2) this.bump(AT.reachPerson);
    if ((bits & BIT.title) !== 0) this.bump(AT.titledName);
    if ((bits & (BIT.title | BIT.expert)) !== 0 && this.since(BIT.thanks, at) <= 4) {
      this.bump(AT.thanksTo);
    }
  }

  /** `please like`, `likes please`. */
  private readVotes(bits: number, at: number): void {
    const other = (bits & BIT.votes) !== 0 ? BIT.please : BIT.votes;
    if (this.since(other, at) <= 4 || ((bits & BIT.votes) !== 0 && at === 0)) {
      this.bump(AT.voteBegging);
    }
  }

  private readPlace(at: number): void {
    if (this.since(BIT.self, at) <= 3) this.bump(AT.ownPlace);
    if (this.since(BIT.call, at) > 6) return;
    this.bump(AT.callToPlace);
    if (this.since(BIT.self, at) <= 3) this.bump(AT.callToOwn);
  }

  private readCurrencyWord(tokens: SpamTokens, at: number): void {
    if (tokens.kinds[at - 1] !== TokenKind.number) return;
    this.readAmount(tokens, at - 1);
    this.lastAmount = at;
  }

  private readMark({ text, starts, details }: SpamTokens, at: number): void {
    const run = details[at] as number;
    if (text.units[starts[at] as number] === QUESTION) this.bump(AT.questions);
    else {
      this.bump(AT.exclaims);
      if (run >= 2)
        this.values[AT.exclaimRun] = Math.max(this.values[AT.exclaimRun] as number, run);
    }
  }

  private readEmoji(tokens: SpamTokens, at: number): void {
    this.bump(AT.emoji);
    const bits = emojiBits(tokens.text.units[tokens.starts[at] as number] as number);
    if ((bits & EmojiBit.money) !== 0) this.bump(AT.moneyEmoji);
    if ((bits & EmojiBit.point) !== 0) this.bump(AT.pointEmoji);
  }

  private readAddress(tokens: SpamTokens, at: number, kind: number): void {
    if (this.since(BIT.call, at) <= 6) this.bump(AT.callToContact);
    if (this.since(BIT.thanks, at) <= 5) this.bump(AT.thanksTo);
    if (kind === TokenKind.email) this.bump(AT.email);
    else if (kind === TokenKind.phone) this.bump(AT.phone);
    else if (kind === TokenKind.link) {
      this.bump(AT.links);
      const feature = HOST_FEATURES.get(tokens.details[at] as number);
      if (feature !== undefined) this.bump(feature);
    } else this.readHandle(tokens, at);
  }

  private readHandle(tokens: SpamTokens, at: number): void {
    this.bump(AT.handles);
    if (at === 0) this.bump(AT.replyHandle);
    this.readName(tokens, at);
  }

  private readName({ text, starts, ends }: SpamTokens, at: number): void {
    const bits = handleBits(text.units, starts[at] as number, ends[at] as number);
    if ((bits & HandleBit.madeUp) !== 0) this.bump(AT.madeUpHandle);
    if ((bits & HandleBit.trade) !== 0) this.bump(AT.tradeHandle);
  }

  private readFigure(tokens: SpamTokens, at: number, kind: number): void {
    if (kind === TokenKind.hashtag) {
      this.bump(AT.hashtags);
      this.readName(tokens, at);
    } else if (kind === TokenKind.percent) this.bump(AT.percent);
    else if (kind === TokenKind.number) this.bump(AT.numbers);
    else this.readAmount(tokens, at);
  }

  private readAmount({ details }: SpamTokens, at: number): void {
    const { values } = this;
    this.bump(AT.amounts);
    values[AT.largeAmount] = Math.max(
      values[AT.largeAmount] as number,
      Math.max(0, Math.min(6, (details[at] as number) - 2)),
    );
    if (this.since(BIT.gain, at) <= 6) this.bump(AT.gainedAmount);
    if (this.since(BIT.period, at) <= 3) this.bump(AT.amountPerPeriod);
    this.lastAmount = at;
  }

  /** What only the whole comment shows. */
  private readWhole(tokens: SpamTokens): void {
    const { values, words } = this;
    const { count, kinds } = tokens;
    const share = 1 / (words + 3);
    const moneyWords =
      (values[AT.money] as number) + (values[AT.coins] as number) + (values[AT.invest] as number);
    values[AT.moneyShare] = moneyWords * share * 5;
    for (const feature of SHARES) values[feature] = (values[feature] as number) * share * 5;
    const names = (values[AT.handles] as number) + (values[AT.hashtags] as number);
    const gains = (values[AT.amounts] as number) + Math.min(2, moneyWords);
    if (names > 0 && gains > 0) values[AT.gainWithHandle] = gains;
    if (names > 0 && words >= 4) values[AT.testimonyHandle] = values[AT.testimony] as number;
    if (names > 0 && words === 0) values[AT.onlyHandle] = 1;
    const end = count > 0 ? kinds[count - 1] : 0;
    if ((end === TokenKind.handle || end === TokenKind.hashtag) && words >= 4) {
      values[AT.lateHandle] = 1;
    }
    if ((values[AT.amounts] as number) >= 2) values[AT.twoAmounts] = 1;
    if (words <= 12 && (values[AT.praise] as number) > 0) values[AT.praiseShort] = 1;
  }

  /** The tenth link says less than the second. */
  private damp(): void {
    const { values } = this;
    for (let feature = 0; feature < values.length; feature++) {
      const value = values[feature] as number;
      if (value > 0) values[feature] = Math.log1p(value);
    }
  }
}
