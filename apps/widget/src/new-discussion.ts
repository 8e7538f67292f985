import type { ThreadSort } from '#contract';
import { Discussion, type Host } from './discussion.js';
import { Authorships } from './service/authorships.js';
import { type Article, CommentsService } from './service/comments-service.js';
import { Drafts } from './service/drafts.js';
import { browserKeep } from './service/keep.js';
import type { Phrases } from './strings/phrases.js';

/** Where this script came from is where the service is, unless the page says otherwise. */
const OWN_ORIGIN = new URL(import.meta.url).origin;
const SORTS: readonly unknown[] = ['newest', 'oldest', 'best'] satisfies ThreadSort[];

/** The discussion that the attributes of the element name. */
export function newDiscussion(element: Element, phrases: Phrases, host: Host): Discussion {
  const api = (element.getAttribute('api') ?? OWN_ORIGIN).replace(/\/$/, '');
  const siteKey = element.getAttribute('site-key') ?? '';
  const readerToken = element.getAttribute('reader-token');
  const sort = element.getAttribute('sort');
  const keep = browserKeep();
  const parts = {
    article: articleOf(element),
    service: new CommentsService({ api, siteKey, readerToken, cookies: readerToken === null }),
    drafts: new Drafts(keep, newKey),
    authorships: new Authorships(keep, siteKey),
    keep,
    phrases,
    host,
  };
  return new Discussion(parts, SORTS.includes(sort) ? (sort as ThreadSort) : 'newest');
}

/** The article as the page describes it, told to the service with the first comment. */
function articleOf(element: Element): Article {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const title = element.getAttribute('headline');
  const url = element.getAttribute('url') ?? canonical;
  const section = element.getAttribute('section');
  return {
    id: element.getAttribute('article') ?? '',
    ...(title && { title }),
    ...(url && { url }),
    ...(section && { section }),
  };
}

/** Not crypto.randomUUID, which pages without https do not have. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
