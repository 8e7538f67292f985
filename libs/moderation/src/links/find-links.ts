import { LinkifyIt } from 'linkify-it';
import type { TextSpan } from '#contract';
import type { PlainText } from '../text/plain-text.js';
import { covers } from '../text/spans.js';
import { judgeBareHost } from './bare-host.js';
import { type DisguisedLink, findDisguisedLinks } from './disguised-links.js';
import { canonicalHost, readableHost } from './host.js';

/** A link in a text; offsets are those of the original. */
export interface FoundLink extends TextSpan {
  /** Lower case, Punycode, without `www.`. */
  host: string;
  /** The host as it reads where it uses look-alike letters; else the same. */
  readableHost: string;
  disguised: boolean;
}

/** The links and e-mail addresses of a text, each in order. */
export interface FoundLinks {
  links: FoundLink[];
  emails: TextSpan[];
}

/** Endings beyond the countries' and the old ones that linkify-it knows; those that spam uses, and the common ones. */
const ENDINGS =
  'app art bet bid bond buzz cam casino cash cfd chat click cloud club date deals dev digital download email fit fun games group guru host icu ink life link live loan ltd market media men money monster network news ninja one online page party press promo pub quest review reviews rocks sale sbs shop site skin social solutions space store stream studio support systems team tech tips today top trade trading vip wang watch website wiki win work works world wtf xyz zone'.split(
    ' ',
  );

/** Not real, and judged apart: see `judgeBareHost`. */
const RESERVED_ENDINGS = ['test', 'example', 'invalid'];

/** No link is longer. */
const LONGEST = 2000;
/** `urlAuth`: in `http://safe.example@evil.example/` the host is the second. */
const linkify = new LinkifyIt({
  fuzzyLink: true,
  fuzzyEmail: true,
  urlAuth: true,
  maxLength: LONGEST,
});
linkify.tlds([...ENDINGS, ...RESERVED_ENDINGS], true);

/** A piece of text without spaces that has what every link has; most comments have none, and linkify is slow. */
const MAY_LINK = /[^\s.]\.[\p{L}\p{N}]|:\/\/|@|(?<![^\s>"'([])\/\/\p{L}/gu;
const SPACE = /\s/;
/** `[url=http://...]` and `href=http://...`: to linkify the sign is part of a word. */
const MARKUP = /(?<=\[url|href|src)=/gi;
/** Where Han or kana touch Latin letters there is no space to tell linkify where a host begins. */
const TOUCHES_HAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f][a-z0-9-]{1,63}\.[a-z]|\.[a-z]{2,24}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f]/iu;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/gu;

interface Candidate extends TextSpan {
  address: string;
  disguised: boolean;
}

interface Candidates {
  links: Candidate[];
  /** Links only if another host stands beside them. */
  inRows: Candidate[];
  emails: TextSpan[];
}

/** The pieces between spaces in which there may be links. */
function* piecesOf(text: string): Generator<TextSpan> {
  let after = 0;
  for (const { index } of text.matchAll(MAY_LINK)) {
    if (index < after) continue;
    let start = index;
    while (start > after && !SPACE.test(text.charAt(start - 1))) start--;
    let end = index;
    while (end < text.length && !SPACE.test(text.charAt(end))) end++;
    after = end;
    yield { start, end };
  }
}

function findPlain(text: string): Candidates {
  const found: Candidates = { links: [], inRows: [], emails: [] };
  for (const { start: offset, end: until } of piecesOf(text)) {
    const piece = text.slice(offset, until);
    // One UTF-16 unit for another, so that offsets stay.
    const bare = piece.replace(MARKUP, ' ');
    const spaced = TOUCHES_HAN.test(bare)
      ? bare.replace(HAN, (han) => ' '.repeat(han.length))
      : bare;
    for (const { index, lastIndex, raw: address, schema } of linkify.match(spaced) ?? []) {
      const span = { start: offset + index, end: offset + lastIndex };
      const kind = schema === '' ? judgeBareHost(address) : 'link';
      if (schema === 'mailto:') found.emails.push(span);
      else if (kind === 'link') found.links.push({ ...span, address, disguised: false });
      else if (kind === 'in-a-row') found.inRows.push({ ...span, address, disguised: false });
    }
  }
  return found;
}

/** Between the hosts of a row: spaces, commas, bullets, emoji, but no word. */
const ROW_GAP = /^[^\p{L}\p{N}.]{1,8}$/u;

/** The links, with those in rows, in order. */
function withRows(text: string, { links, inRows }: Candidates): Candidate[] {
  if (inRows.length === 0) return links;
  const all = [...links, ...inRows].sort((a, b) => a.start - b.start);
  const touch = (before: Candidate | undefined, after: Candidate | undefined): boolean =>
    before !== undefined &&
    after !== undefined &&
    ROW_GAP.test(text.slice(before.end, after.start));
  return all.filter(
    (one, index) =>
      !inRows.includes(one) || touch(all[index - 1], one) || touch(one, all[index + 1]),
  );
}

const overlaps = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end;

/** Where both found the same, the longer one tells more: `http:// example.com` is more than `example.com`. */
function merge(plain: readonly Candidate[], disguised: readonly DisguisedLink[]): Candidate[] {
  let merged: Candidate[] = [...plain];
  for (const link of disguised) {
    const others = merged.filter((other) => overlaps(other, link));
    if (!others.every((other) => covers(link, other) && !covers(other, link))) continue;
    merged = merged.filter((other) => !others.includes(other));
    merged.push({ ...link, disguised: true });
  }
  return merged.sort((a, b) => a.start - b.start);
}

/** The links of a text, plain and in disguise, and its e-mail addresses. Linear in the text's length. */
export function findLinks(plain: PlainText): FoundLinks {
  const candidates = findPlain(plain.text);
  const { emails } = candidates;
  const all = merge(withRows(plain.text, candidates), findDisguisedLinks(plain.text));
  return {
    links: all.flatMap(({ start, end, address, disguised }) => {
      const host = canonicalHost(address);
      if (host === null) return [];
      const span = plain.toOriginal(start, end);
      // Characters that show nothing, or other forms of letters, were set into the link.
      const tampered = plain.original.slice(span.start, span.end) !== plain.text.slice(start, end);
      return [
        {
          ...span,
          host,
          readableHost: readableHost(address) ?? host,
          disguised: disguised || tampered,
        },
      ];
    }),
    emails: emails.map(({ start, end }) => plain.toOriginal(start, end)),
  };
}
