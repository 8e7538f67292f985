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

/** Top-level domains that are also endings of files. */
const FILE_SUFFIXES = new Set(
  'app cc cfd hs java md mov pl pm ps py rs sc sh so sql st zip'.split(' '),
);

/** `war.In`, `Sorry.SB`: the ending is written large and the rest is not. */
const STARTS_SENTENCE = /\p{Ll}.*\.\p{Lu}[\p{L}]*$/u;

/**
 * Whether something like `example.com`, written without a scheme, is meant as a link: its ending is a public suffix
 * (ICANN's part of the list; the private part is for cookies), and it does not look like a file or a missing space.
 */
export function isBareLink(written: string): boolean {
  const slash = written.search(/[/?#]/);
  const host = slash < 0 ? written : written.slice(0, slash);
  const { isIcann, domainWithoutSuffix, publicSuffix } = parse(host, {
    allowPrivateDomains: false,
  });
  if (!isIcann || !domainWithoutSuffix || !publicSuffix) return false;
  if (slash >= 0 || /^www\./i.test(host)) return true;
  if (/^\d+$/.test(domainWithoutSuffix) && publicSuffix.length < 3) return false;
  const isWord = WORD_SUFFIXES.has(publicSuffix) || FILE_SUFFIXES.has(publicSuffix);
  return !isWord && !(STARTS_SENTENCE.test(host) && publicSuffix !== 'com');
}
