import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

let table: Map<string, string> | undefined;

/** Read when the first ideograph comes: most processes that load the module never see one. */
function readTable(): Map<string, string> {
  const pairs = traditionalToSimplified.split('|').map((pair) => pair.split(' '));
  return new Map(pairs.map(([from = '', to = '']) => [from, to]));
}

/** The Simplified form of one Traditional character; of any other character itself. */
export function simplified(character: string): string {
  table ??= readTable();
  return table.get(character) ?? character;
}
