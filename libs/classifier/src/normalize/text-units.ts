/** The units of a text on its way through the normalizer, each with the piece of the original that it came from. */
export class TextUnits {
  units = new Uint16Array(0);
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  /** For units beyond ASCII: the letter that the original can be taken for; see `likenesses`. */
  likenesses = new Uint8Array(0);
  length = 0;

  /** Makes room for so many units in all, keeping what is there. */
  reserve(capacity: number): void {
    if (capacity <= this.units.length) return;
    const larger = Math.max(1024, capacity + (capacity >> 1));
    const { units, starts, ends, likenesses } = this;
    this.units = new Uint16Array(larger);
    this.starts = new Int32Array(larger);
    this.ends = new Int32Array(larger);
    this.likenesses = new Uint8Array(larger);
    this.units.set(units);
    this.starts.set(starts);
    this.ends.set(ends);
    this.likenesses.set(likenesses);
  }

  push(unit: number, start: number, end: number): void {
    const at = this.length++;
    this.units[at] = unit;
    this.starts[at] = start;
    this.ends[at] = end;
    this.likenesses[at] = 0;
  }
}
