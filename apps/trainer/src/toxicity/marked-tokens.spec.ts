import { expect, it } from 'vitest';
import { FeatureReader } from '#classifier';
import { markedTokens } from './marked-tokens.js';
import { toyNormalizer } from './toy-models.fixture.js';

/** The tokens of a text in which what stands in brackets was marked. */
function marked(bracketed: string): string[] {
  const characters = Array.from(bracketed);
  const spans: number[] = [];
  let original = '';
  let inside = false;
  for (const character of characters) {
    if (character === '[' || character === ']') inside = character === '[';
    else {
      if (inside) spans.push(Array.from(original).length);
      original += character;
    }
  }
  const text = toyNormalizer().normalize(original);
  const reader = new FeatureReader(2);
  reader.read(text, original, 0, text.length);
  const { starts, ends } = reader.tokens;
  return [...markedTokens(text, reader.tokens, original, spans)].flatMap((mark, index) =>
    mark === 1 ? [String.fromCharCode(...text.units.subarray(starts[index], ends[index]))] : [],
  );
}

it.each([
  ['whole words', 'you [idiot] and [moron]!', ['idiot', 'moron']],
  ['words of which a part is marked', 'you id[io]t', ['idiot']],
  ['words that were disguised', 'you [i.d.i.o.t], you', ['idiot']],
  ['words behind characters of two units', '😀😀 you [idiot] 😀', ['idiot']],
  ['signs', 'you idiot[!!]', ['!!']],
  ['nothing where only spaces are marked', 'you[ ]idiot', []],
  ['nothing where nothing is marked', 'you idiot', []],
])('finds %s', (_, bracketed, expected) => {
  expect(marked(bracketed)).toEqual(expected);
});
