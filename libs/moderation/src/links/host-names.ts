import type { TextSpan } from '#contract';
import type { PlainText } from '../text/plain-text.js';
import { canonicalHost, isListedHost, readableHost } from './host.js';
import type { FoundLink } from './find-links.js';

/** Whatever has the form of a host's name, whether or not anybody would take it for a link; not after `@`, `/` or `#`. */
const HOST_NAME =
  /(?<![\p{L}\p{N}@/#=_.-])[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}][\p{L}\p{N}-]{0,62}){1,6}(?![\p{L}\p{N}@_])/gu;
/** `ask him to join.Me too`: a sentence begins where the space is missing. */
const STARTS_SENTENCE = /\p{Ll}\.\p{Lu}\p{Ll}*$/u;

/**
 * Names of the listed hosts, written without scheme or path, that are not among the links: `join.me` by itself reads like
 * a missing space, but who has put it on a list wants it found.
 */
export function findListedNames(
  plain: PlainText,
  entries: readonly string[],
  links: readonly TextSpan[],
): FoundLink[] {
  if (entries.length === 0) return [];
  return Array.from(plain.text.matchAll(HOST_NAME)).flatMap(({ 0: name, index }) => {
    const host = canonicalHost(name);
    if (host === null || STARTS_SENTENCE.test(name)) return [];
    const readable = readableHost(name) ?? host;
    if (!isListedHost(host, entries) && !isListedHost(readable, entries)) return [];
    const span = plain.toOriginal(index, index + name.length);
    const isLink = links.some((link) => link.start < span.end && span.start < link.end);
    return isLink ? [] : [{ ...span, host, readableHost: readable, disguised: false }];
  });
}
