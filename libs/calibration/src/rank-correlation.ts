/** Spearman (1904), with the average of the ranks that equal values share. */

/** The rank of each value, from 1 for the lowest; equal values share the average of theirs. */
export function ranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, index) => index).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
  );
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    const value = values[order[from] ?? 0];
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === value) to += 1;
    // Ranks from + 1 to `to`.
    for (let at = from; at < to; at += 1) result[order[at] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return result;
}

/**
 * How well one list puts the same things into the order of the other, from -1 to 1; `null` where one of them
 * has no order: fewer than two values, or all equal.
 */
export function spearman(first: Float64Array, second: Float64Array): number | null {
  if (first.length !== second.length) throw new RangeError('The lists differ in length.');
  const [a, b] = [ranks(first), ranks(second)];
  // The sum of ranks is n(n+1)/2, however they are shared.
  const mean = (a.length + 1) / 2;
  let [together, ofFirst, ofSecond] = [0, 0, 0];
  for (const [index, rank] of a.entries()) {
    const [x, y] = [rank - mean, (b[index] ?? 0) - mean];
    together += x * y;
    ofFirst += x * x;
    ofSecond += y * y;
  }
  if (ofFirst === 0 || ofSecond === 0) return null;
  return Math.max(-1, Math.min(1, together / Math.sqrt(ofFirst * ofSecond)));
}
