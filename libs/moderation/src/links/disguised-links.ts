import type { TextSpan } from '#contract';

/** A link written so that filters overlook it; offsets are those of the text. */
export interface DisguisedLink extends TextSpan {
  /** What it would be without the disguise. */
  address: string;
}

/** Endings that are worth a disguise. Words such as `me` and `it` are not among them. */
const ENDINGS =
  'com|net|org|info|biz|io|co|xyz|top|shop|online|site|store|club|vip|click|link|icu|ru|cn|tk|ml|ga|cf|gq|ly|uk|de';

/** `hxxp://`, `h**p://`, `http:// example`, `http:\\`. */
const BROKEN_SCHEME =
  /(?<![\p{L}\p{N}])h[tx*]{2}ps?(?:\[?:\]?\s?\/\s?\/|:\\\\)\s?([\p{L}\p{N}][^\s<>"']{2,200})/giu;
/** `example[.]com`, `example (dot) com`, `example{.}com`. */
const BRACKETED =
  /(?<![\p{L}\p{N}-])([\p{L}\p{N}][\p{L}\p{N}-]{0,62})\s?[[({<]\s?(?:\.|dot|d0t|punkt|punto|punt)\s?[\])}>]\s?([a-z]{2,24})(?![\p{L}\p{N}])/giu;
/** `example dot com`, `example DOT com`, `example d0t net`. */
const SPELLED = new RegExp(
  `(?<![\\p{L}\\p{N}-])([\\p{L}\\p{N}][\\p{L}\\p{N}-]{1,62})[ _*-]{1,3}d[o0]t[ _*-]{1,3}(${ENDINGS})(?![\\p{L}\\p{N}-])`,
  'giu',
);
/** `example . com`, `example .com`, `example. com`: the everyday endings only, in lower case. */
const SPACED =
  /(?<![\p{L}\p{N}-])([\p{L}\p{N}][\p{L}\p{N}-]{2,62})(?: \. ?| ?\. | \.)(com|net|org)(?![\p{L}\p{N}-])/gu;
/** `example,com`, `example•com`. */
const OTHER_DOT = /(?<![\p{L}\p{N}-])([a-z0-9][a-z0-9-]{2,62})[,•·*](com|net)(?![\p{L}\p{N}-])/gu;

/** `the dot com bubble` is about the economy. */
const NOT_A_NAME = new Set(
  'a an and the this that of early late first old our your their his her many some most pre post former every all for in during big when'.split(
    ' ',
  ),
);
const AFTER_DOT_COM =
  /^[\s-]{1,2}(?:bubble|boom|bust|crash|era|age|days|years|compan|startup|start-up|billionaire|millionaire|stock|craze|mania|collapse|burst|economy|entrepreneur)/i;

interface Disguise {
  /** A cheap expression that every such disguise matches; the others begin at every word. */
  hint: RegExp;
  pattern: RegExp;
}

const DISGUISES: readonly Disguise[] = [
  { hint: /(?:xx|tx|\*\*|xt|t\*|\*t|:\\|\[:\]|\s\/|:\s?\/\s|\/\s)/i, pattern: BROKEN_SCHEME },
  { hint: /[[({<]\s?(?:\.|d[o0]t|punk?t)/i, pattern: BRACKETED },
  { hint: /d[o0]t[ _*-]/i, pattern: SPELLED },
  { hint: /(?:\s\. ?|\. )(?:com|net|org)/, pattern: SPACED },
  { hint: /[,•·*](?:com|net)/, pattern: OTHER_DOT },
];

function* find(text: string, pattern: RegExp): Generator<DisguisedLink> {
  for (const match of text.matchAll(pattern)) {
    const [whole, name = '', ending] = match;
    const start = match.index;
    const end = start + whole.length;
    const talksOfDotCom =
      NOT_A_NAME.has(name.toLowerCase()) || AFTER_DOT_COM.test(text.slice(end, end + 20));
    if (ending !== undefined && talksOfDotCom) continue;
    yield { start, end, address: ending === undefined ? name : `${name}.${ending}` };
  }
}

/** Links in disguise; may overlap. Every expression is linear: each repetition is bounded and starts at a word. */
export function findDisguisedLinks(text: string): DisguisedLink[] {
  return DISGUISES.filter(({ hint }) => hint.test(text)).flatMap(({ pattern }) => [
    ...find(text, pattern),
  ]);
}
