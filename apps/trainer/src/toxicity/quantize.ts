const MOST = 127;
/** So many of ten thousand numbers may lie beyond the largest step: a few giants must not cost all others their precision. */
const CLIPPED = 2;

/** Numbers in eight bits, and what one step is worth. */
export interface Quantized {
  numbers: Int8Array;
  step: number;
}

/** Rounds numbers to eight bits; zeros stay zeros and do not count when the step is chosen. */
export function quantize(values: Float32Array, clipped: number = CLIPPED): Quantized {
  const sizes = values
    .filter((value) => value !== 0)
    .map(Math.abs)
    .sort();
  // Of fewer numbers than that none is beyond: it would be the largest of a few.
  const beyond = sizes.length * clipped < 10_000 ? 0 : clipped / 10_000;
  const most = sizes[Math.floor((sizes.length - 1) * (1 - beyond))] ?? 1;
  const step = most / MOST || 1;
  const numbers = Int8Array.from(values, (value) =>
    Math.min(MOST, Math.max(-MOST, Math.round(value / step))),
  );
  return { numbers, step };
}
