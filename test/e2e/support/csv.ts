/** The records of a CSV text (RFC 4180), the first of which names the columns. */
export function parseCsv(text: string): Record<string, string>[] {
  const [names = [], ...records] = fieldsOf(text);
  return records.map((record) =>
    Object.fromEntries(names.map((name, index) => [name, record[index] ?? ''])),
  );
}

function fieldsOf(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  // A field, quoted or plain, and what ends it.
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    const [whole, quoted, plain = '', end] = match;
    if (whole === '' && record.length === 0) break;
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}
