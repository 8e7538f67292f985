import type { Check, CheckContext, Signal } from '../check.js';
import type { FoundLink } from '../links/find-links.js';
import { findListedNames } from '../links/host-names.js';
import { isListedHost } from '../links/host.js';
import { readText } from '../text/reading.js';
import { tidySpans } from '../text/spans.js';

/** More names than this make no better explanation. */
const NAMED_HOSTS = 5;

function blockedLinks(links: readonly FoundLink[], body: string): Signal {
  const hosts = [...new Set(links.map(({ host }) => host))];
  return {
    label: 'blocked-link',
    score: 1,
    spans: tidySpans(body, links),
    reason: 'LINK_BLOCKED',
    details: { hosts: hosts.slice(0, NAMED_HOSTS).join(', '), links: links.length },
  };
}

function linkCount(links: readonly FoundLink[], maximum: number, body: string): Signal {
  const disguised = links.filter((link) => link.disguised).length;
  return {
    label: 'link-count',
    score: Math.min(1, links.length / (maximum + 1)),
    spans: tidySpans(body, links),
    reason: disguised > 0 ? 'LINK_DISGUISED' : 'LINK_COUNT',
    details: { links: links.length, maximum, ...(disguised > 0 && { disguised }) },
  };
}

function run({ comment, policy }: CheckContext): Signal[] {
  const { allow, block, maximum } = policy.links;
  const { plain, links: found } = readText(comment);
  const { links, emails } = found;
  const blocked = links.filter(
    (link) => isListedHost(link.host, block) || isListedHost(link.readableHost, block),
  );
  const named = findListedNames(plain, block, [...links, ...emails]);
  const counted = links.filter((link) => !isListedHost(link.host, allow) || blocked.includes(link));
  const signals: Signal[] = [];
  if (blocked.length + named.length > 0) {
    signals.push(blockedLinks([...blocked, ...named], comment.body));
  }
  if (counted.length > 0) signals.push(linkCount(counted, maximum, comment.body));
  return signals;
}

/** Marks links to blocked hosts, and counts the links to all hosts that are not allowed. */
export const linksCheck: Check = { name: 'links', version: '1', run };
