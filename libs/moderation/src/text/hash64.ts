/** A 64-bit hash in two halves: arithmetic on `bigint` is some fifty times slower than on 32-bit integers. */
export interface Hash64 {
  high: number;
  low: number;
}

/** MurmurHash3's finalizer: every bit of the input reaches every bit of the output. */
export function mix32(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * A non-cryptographic hash of UTF-16 units, after cyrb53 (two multiplicative streams, mixed into each other at the end).
 * Stored hashes depend on it: change it only together with a migration that fingerprints again.
 */
export function hash64(units: Uint16Array): Hash64 {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let index = 0; index < units.length; index++) {
    const unit = units[index] as number;
    first = Math.imul(first ^ unit, 0x9e3779b1);
    second = Math.imul(second ^ unit, 0x5f356495);
    first ^= first >>> 15;
    second ^= second >>> 13;
  }
  const high = mix32(first ^ units.length) ^ mix32(Math.imul(second, 0x27d4eb2f));
  const low = mix32(second ^ units.length) ^ mix32(Math.imul(first, 0x165667b1));
  return { high: high | 0, low: low | 0 };
}

/** The two halves as one signed 64-bit integer, as Postgres keeps it in `bigint`. */
export function signed64({ high, low }: Hash64): bigint {
  return (BigInt(high | 0) << 32n) | BigInt(low >>> 0);
}
