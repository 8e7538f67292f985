import { parse } from 'tldts';

/**
 * Top-level domains that are also words: in `i agree.it is late` the space is missing, not the scheme. A link to such a
 * host is found by its scheme, `www.` or path.
 */
const WORD_SUFFIXES = new Set(
  'am an and art as at be by do fun got he how if in is it live me men my no now one or page so than that the this to today us we what work yes you'.split(
    ' ',
  ),
);

/** Of these, words that often begin a sentence or follow a hyphenated word where the space is missing: `a follow-up.it was`. */
const SMALL_WORDS = new Set(
  'am an and as at be by do got he how if in is it me my no or so than that the this to us we what yes you'.split(
    ' ',
  ),
);

/** Reserved for tests and examples (RFC 2606): they lead nowhere, but who tries the policy out writes them. */
const RESERVED_SUFFIXES = new Set(['test', 'example', 'invalid']);

/** Top-level domains that are also endings of files. */
const FILE_SUFFIXES = new Set(
  'app cc cfd hs java md mov pl pm ps py rs sc sh so sql st zip'.split(' '),
);

/** `war.In`, `Sorry.SB`: the ending is written large and the rest is not. */
const STARTS_SENTENCE = /\p{Ll}.*\.\p{Lu}[\p{L}]*$/u;

/** What something like `example.com`, written without a scheme, is; `in-a-row`: a link if another host stands beside it. */
export type BareHost = 'link' | 'in-a-row' | 'none';

/**
 * Whether a bare host is meant as a link: its ending is a public suffix (ICANN's part of the list; the private part is for
 * cookies), and it does not look like a file or a missing space. A hyphen makes a missing space improbable:
 * `casino-bonus.live` is a host, `cheap-loans.me` one where such hosts are listed.
 */
export function judgeBareHost(written: string): BareHost {
  const slash = written.search(/[/?#]/);
  const host = slash < 0 ? written : written.slice(0, slash);
  const { isIcann, domainWithoutSuffix, publicSuffix } = parse(host, {
    allowPrivateDomains: false,
  });
  if (!domainWithoutSuffix || !publicSuffix) return 'none';
  const hyphenated = domainWithoutSuffix.includes('-');
  if (!isIcann) return hyphenated && RESERVED_SUFFIXES.has(publicSuffix) ? 'in-a-row' : 'none';
  if (slash >= 0 || /^www\./i.test(host)) return 'link';
  if (/^\d+$/.test(domainWithoutSuffix) && publicSuffix.length < 3) return 'none';
  if (STARTS_SENTENCE.test(host) && publicSuffix !== 'com') return 'none';
  return judgeSuffix(publicSuffix, hyphenated);
}

function judgeSuffix(suffix: string, hyphenated: boolean): BareHost {
  if (FILE_SUFFIXES.has(suffix)) return 'none';
  if (!WORD_SUFFIXES.has(suffix)) return 'link';
  if (!hyphenated) return 'none';
  return SMALL_WORDS.has(suffix) ? 'in-a-row' : 'link';
}
