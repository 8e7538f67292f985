import { HashTable } from './hash-table.js';
import { hashString, hashUnits } from './hash-units.js';
import type { Vocabulary } from './vocabulary.js';

const MAGIC = 0x4356_4f4d;
const VERSION = 1;
const HEADER = 12;
const ENTRY = 5;

/** A vocabulary that keeps a 32-bit hash and the commonness of each word, and no strings. */
export class HashedVocabulary implements Vocabulary {
  private readonly table: HashTable;

  /** Hashes ascend, so that the same words give the same bytes in whatever order they came. */
  private constructor(
    private readonly hashes: Uint32Array,
    private readonly tiers: Uint8Array,
  ) {
    this.table = new HashTable(hashes.length);
    for (let index = 0; index < hashes.length; index++) {
      this.table.set((hashes[index] as number) | 0, tiers[index] as number);
    }
  }

  /** Of words that are given twice, or share a hash, the higher commonness counts. */
  static build(entries: Iterable<readonly [word: string, tier: number]>): HashedVocabulary {
    const tiers = new Map<number, number>();
    for (const [word, tier] of entries) {
      if (!Number.isInteger(tier) || tier < 1 || tier > 255) {
        throw new RangeError(`The commonness of a word is from 1 to 255, not ${tier}.`);
      }
      const hash = hashString(word) >>> 0;
      tiers.set(hash, Math.max(tier, tiers.get(hash) ?? 0));
    }
    const hashes = Uint32Array.from(tiers.keys()).sort();
    return new HashedVocabulary(
      hashes,
      Uint8Array.from(hashes, (hash) => tiers.get(hash) as number),
    );
  }

  /** Reads what `toBytes` wrote; throws a `RangeError` on anything else. */
  static fromBytes(bytes: Uint8Array): HashedVocabulary {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const isOurs = bytes.length >= HEADER && view.getUint32(0, true) === MAGIC;
    if (!isOurs || view.getUint32(4, true) !== VERSION) {
      throw new RangeError('These bytes are no vocabulary of this version.');
    }
    const count = view.getUint32(8, true);
    if (bytes.length !== HEADER + count * ENTRY) {
      throw new RangeError('The vocabulary is cut off or has something behind it.');
    }
    const hashes = new Uint32Array(count);
    for (let index = 0; index < count; index++) {
      hashes[index] = view.getUint32(HEADER + index * 4, true);
    }
    return new HashedVocabulary(hashes, bytes.slice(HEADER + count * 4));
  }

  /** Little-endian: magic, version, count; the hashes; one byte of commonness for each. */
  toBytes(): Uint8Array {
    const { hashes, tiers } = this;
    const bytes = new Uint8Array(HEADER + hashes.length * ENTRY);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, MAGIC, true);
    view.setUint32(4, VERSION, true);
    view.setUint32(8, hashes.length, true);
    hashes.forEach((hash, index) => view.setUint32(HEADER + index * 4, hash, true));
    bytes.set(tiers, HEADER + hashes.length * 4);
    return bytes;
  }

  get size(): number {
    return this.hashes.length;
  }

  commonness(units: Uint16Array, start: number, end: number): number {
    return this.table.get(hashUnits(units, start, end));
  }
}
