import { createHash } from 'node:crypto';

/** An article as a posted comment names it. */
export interface ArticleReference {
  /** 1 to 200 characters, none of them a control character. */
  id: string;
  /** At most 500 characters. */
  title?: string;
}

/** Makes an article of what a file calls one: an id is kept; a headline becomes a readable id with a hash, and the title. */
export function articleOf(name: string | undefined): ArticleReference {
  if (name === undefined) return { id: 'replay' };
  if (/^[\w.-]{1,100}$/.test(name)) return { id: name };
  // The hash keeps headlines apart that differ only in what the slug leaves out, as all Chinese ones do.
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 10);
  return { id: [slug(name), hash].filter(Boolean).join('-'), title: shorten(name.trim(), 500) };
}

function slug(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return letters
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}

/** Cuts between code points, so that no half of a surrogate pair stays. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
