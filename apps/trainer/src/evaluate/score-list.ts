/** Scores and labels, as many as come, in a few bytes each. */
export class ScoreList {
  length = 0;
  private scoreBuffer = new Float64Array(1024);
  private labelBuffer = new Uint8Array(1024);

  push(score: number, positive: boolean): void {
    if (this.length === this.scoreBuffer.length) this.grow();
    this.scoreBuffer[this.length] = score;
    this.labelBuffer[this.length] = positive ? 1 : 0;
    this.length++;
  }

  get scores(): Float64Array {
    return this.scoreBuffer.subarray(0, this.length);
  }

  /** 1 for a positive. */
  get labels(): Uint8Array {
    return this.labelBuffer.subarray(0, this.length);
  }

  private grow(): void {
    const [scores, labels] = [this.scoreBuffer, this.labelBuffer];
    this.scoreBuffer = new Float64Array(this.length * 2);
    this.labelBuffer = new Uint8Array(this.length * 2);
    this.scoreBuffer.set(scores);
    this.labelBuffer.set(labels);
  }
}
