/** The offset basis of 32-bit FNV-1a. */
export const HASH_START = 0x811c9dc5;
const PRIME = 0x01000193;

/** One step of 32-bit FNV-1a over a UTF-16 unit; the result is a signed 32-bit number. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** Brings the high bits down, which a mask would cut off; the result is unsigned. */
export function finishHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** Hash of a short constant, such as a word of a list or the name of a placeholder. */
export function hashText(text: string): number {
  let hash = HASH_START;
  for (let at = 0; at < text.length; at++) hash = hashUnit(hash, text.charCodeAt(at));
  return hash >>> 0;
}
