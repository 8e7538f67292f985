const FIRST_CAPACITY = 1024;

/** Any number of scores, at 8 bytes each and as much again while it grows. */
export class ScoreColumn {
  private kept = new Float64Array(FIRST_CAPACITY);
  private count = 0;

  add(score: number): void {
    if (this.count === this.kept.length) {
      const larger = new Float64Array(this.kept.length * 2);
      larger.set(this.kept);
      this.kept = larger;
    }
    this.kept[this.count] = score;
    this.count += 1;
  }

  /** The scores in the order in which they came; not a copy. */
  get values(): Float64Array {
    return this.kept.subarray(0, this.count);
  }
}
