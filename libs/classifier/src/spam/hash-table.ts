/** From 32-bit hashes to bits, by open addressing: one or two reads a look-up, where a `Map` costs ten times that. */
export class HashTable {
  private readonly keys: Uint32Array;
  private readonly values: Uint32Array;
  private readonly mask: number;

  /** Keys must not be 0. Bits of a key that comes twice are joined. */
  constructor(entries: readonly (readonly [key: number, bits: number])[]) {
    const size = 2 ** Math.ceil(Math.log2(entries.length * 3 + 1));
    this.keys = new Uint32Array(size);
    this.values = new Uint32Array(size);
    this.mask = size - 1;
    for (const [key, bits] of entries) {
      const slot = this.slotOf(key);
      this.keys[slot] = key;
      this.values[slot] = ((this.values[slot] as number) | bits) >>> 0;
    }
  }

  /** The bits of a key; 0 for a key that is not there. */
  get(key: number): number {
    return this.values[this.slotOf(key)] as number;
  }

  private slotOf(key: number): number {
    const { keys, mask } = this;
    let slot = (key ^ (key >>> 15)) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}
