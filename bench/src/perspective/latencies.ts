/** How long answers took, in milliseconds. */
export interface Latencies {
  p50: number;
  p99: number;
  highest: number;
}

/** The value that a share (0 to 1) of the values does not exceed; `NaN` of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** What is told of many answers. */
export function latenciesOf(milliseconds: readonly number[]): Latencies {
  return {
    p50: percentile(milliseconds, 0.5),
    p99: percentile(milliseconds, 0.99),
    highest: percentile(milliseconds, 1),
  };
}
