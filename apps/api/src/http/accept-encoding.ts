/** Content codings that answers can have; `null` for none. */
export type Coding = 'br' | 'gzip' | null;

/** Browsers send a handful of different headers. */
const KNOWN = new Map<string, Coding>();
const MAX_KNOWN = 100;

/** The best coding that an Accept-Encoding header allows (RFC 9110, 12.5.3). */
export function acceptedCoding(header: string | undefined): Coding {
  if (header === undefined) return null;
  const known = KNOWN.get(header);
  if (known !== undefined) return known;
  const coding = parse(header);
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
  KNOWN.set(header, coding);
  return coding;
}

function parse(header: string): Coding {
  const allowed = new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      return [name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))] as const;
    }),
  );
  for (const coding of ['br', 'gzip'] as const) {
    if (allowed.get(coding) ?? allowed.get('*') ?? false) return coding;
  }
  return null;
}
