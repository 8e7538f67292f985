/** Collects the values of a statement that is put together; none of them becomes part of its text. */
export class QueryText {
  readonly values: unknown[] = [];

  /** Adds a value and gives what stands for it, as in `$3::uuid`. */
  param(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
