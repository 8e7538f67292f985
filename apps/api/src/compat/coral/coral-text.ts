/** The markup that Coral leaves in comments; anything else in angle brackets was typed by the reader. */
const TAGS =
  /<(\/?)(a|b|blockquote|br|code|del|div|em|i|li|ol|p|pre|s|span|strong|u|ul)(\s[^<>]*)?\/?>/gi;
const BREAKS: ReadonlySet<string> = new Set([
  'blockquote',
  'br',
  'div',
  'li',
  'ol',
  'p',
  'pre',
  'ul',
]);
const HREF = /\shref="([^"<>]*)"/i;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const NAMED: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
};
const HIGHEST = 0x10ffff;

/**
 * What readers see of a comment's body, which Coral sends as HTML unless told otherwise. A link that says
 * something other than where it leads is followed by its address, for that is what a check must see.
 */
export function coralText(body: string): string {
  let text = '';
  let end = 0;
  let link: { href: string; from: number } | null = null;
  for (const tag of body.matchAll(TAGS)) {
    const [markup, closing, given = '', attributes = ''] = tag;
    text += decode(body.slice(end, tag.index));
    end = tag.index + markup.length;
    const name = given.toLowerCase();
    if (name !== 'a') text += BREAKS.has(name) ? lineEnd(text) : '';
    else if (closing === '')
      link = { href: decode(HREF.exec(attributes)?.[1] ?? ''), from: text.length };
    else {
      text += addressOf(link, text);
      link = null;
    }
  }
  return (text + decode(body.slice(end))).trim();
}

const lineEnd = (text: string): string => (text === '' || text.endsWith('\n') ? '' : '\n');

function addressOf(link: { href: string; from: number } | null, text: string): string {
  if (link === null || link.href === '' || text.slice(link.from).includes(link.href)) return '';
  return ` ${link.href}`;
}

function decode(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point <= HIGHEST ? String.fromCodePoint(point) : entity;
  });
}
