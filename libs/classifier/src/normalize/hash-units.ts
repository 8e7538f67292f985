/** Where the hash of a word begins. */
export const HASH_SEED = 0x811c9dc5 | 0;

/** Takes one more UTF-16 unit into a hash: a multiplication and a shift, so that hashing is cheaper than the look-up. */
export function hashStep(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** Ends a hash: every bit of it depends on every unit (MurmurHash3's finalizer). Never 0, which marks an empty slot. */
export function hashEnd(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return mixed === 0 ? 1 : mixed;
}

/** The 32-bit hash of the units from `start` to `end`. */
export function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let index = start; index < end; index++) hash = hashStep(hash, units[index] as number);
  return hashEnd(hash);
}

/** The same hash of a string. */
export function hashString(word: string): number {
  let hash = HASH_SEED;
  for (let index = 0; index < word.length; index++) hash = hashStep(hash, word.charCodeAt(index));
  return hashEnd(hash);
}
