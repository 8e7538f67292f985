import type { CheckContext } from '../check.js';
import { readText } from '../text/reading.js';
import type { FoundLink } from './find-links.js';
import { isListedHost } from './host.js';

/** The links of a comment, those to hosts that the policy allows left out. */
export function countedLinks({
  comment,
  policy,
}: Pick<CheckContext, 'comment' | 'policy'>): FoundLink[] {
  const { links } = readText(comment).links;
  return links.filter(({ host }) => !isListedHost(host, policy.links.allow));
}
