/** So many at once, and as many again within so many seconds. */
export class Rate {
  constructor(
    readonly tokens: number,
    readonly seconds: number,
  ) {}

  /** As it stands in the environment. */
  toString(): string {
    return `${this.tokens}/${this.seconds}`;
  }
}
