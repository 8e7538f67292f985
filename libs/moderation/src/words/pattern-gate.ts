import { type BlacklistedTerm, type Node, SyntaxKind } from 'obscenity';

function sourceOf(node: Node): string {
  if (node.kind === SyntaxKind.Literal) {
    return String.fromCodePoint(...node.chars).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  }
  if (node.kind === SyntaxKind.Optional) return `(?:${sourceOf(node.childNode)})?`;
  return '.';
}

/** Shortens each run of a letter to one, or to two of the doubled letters. */
function squeeze(text: string, doubled: ReadonlySet<string>): string {
  let squeezed = '';
  let copied = 0;
  let run = 1;
  for (let index = 1; index < text.length; index++) {
    run = text.charCodeAt(index) === text.charCodeAt(index - 1) ? run + 1 : 1;
    if (run === 1 || (run === 2 && doubled.has(text.charAt(index)))) continue;
    squeezed += text.slice(copied, index);
    copied = index + 1;
  }
  return squeezed + text.slice(copied);
}

/**
 * A quick test of whether any term can match: all patterns in one expression. Obscenity's matcher runs 150 expressions
 * one after another; nine comments in ten need none of them.
 */
export function mayMatch(
  terms: readonly BlacklistedTerm[],
  doubled: ReadonlySet<string>,
): (text: string) => boolean {
  const sources = terms.map(({ pattern }) => {
    const start = pattern.requireWordBoundaryAtStart ? '\\b' : '';
    const end = pattern.requireWordBoundaryAtEnd ? '\\b' : '';
    return `${start}${pattern.nodes.map(sourceOf).join('')}${end}`;
  });
  const any = new RegExp(sources.sort().join('|'), 's');
  return (text) => any.test(squeeze(text, doubled));
}
