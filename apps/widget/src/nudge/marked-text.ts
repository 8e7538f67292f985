/** A stretch of a text, marked or not. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** How much is quoted around what is marked, in UTF-16 units. */
const AROUND = 40;

/** The marked words with what stands around them; what lies further off is left out behind an ellipsis. */
export function markedText(
  text: string,
  spans: readonly { start: number; end: number }[],
): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at || end > text.length || start >= end) continue;
    pieces.push(plain(text.slice(at, start), at > 0, true));
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at === 0) return [];
  pieces.push(plain(text.slice(at), true, false));
  return pieces.filter((piece) => piece.text !== '');
}

/** @param keepStart whether something marked stands before it, and {@link keepEnd} behind it. */
function plain(text: string, keepStart: boolean, keepEnd: boolean): Piece {
  const kept = (keepStart ? AROUND : 0) + (keepEnd ? AROUND : 0);
  if (text.length <= kept) return { text, marked: false };
  const start = keepStart ? whole(text.slice(0, AROUND)) : '';
  const end = keepEnd ? whole(text.slice(-AROUND)) : '';
  return { text: `${start}…${end}`, marked: false };
}

/** Without half a character at its ends. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
