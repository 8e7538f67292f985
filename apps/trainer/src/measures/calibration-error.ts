/**
 * How far probabilities are from what happens: the difference between mean probability and share of positives in bins of equal
 * width, weighed by their rows, 0 to 1 (expected calibration error: Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017 with 15
 * bins). `NaN` of no rows; throws a `RangeError` on what is no probability.
 */
export function expectedCalibrationError(
  probabilities: ArrayLike<number>,
  positive: ArrayLike<number | boolean>,
  bins = 15,
): number {
  // The sum of the differences between probability and outcome in a bin is its rows times the difference of their means.
  const differences = new Float64Array(bins);
  for (let place = 0; place < probabilities.length; place++) {
    const probability = probabilities[place] as number;
    if (!(probability >= 0 && probability <= 1)) {
      throw new RangeError(`A probability is from 0 to 1, not ${probability}.`);
    }
    const bin = Math.min(bins - 1, Math.floor(probability * bins));
    differences[bin] = (differences[bin] as number) + probability - (positive[place] ? 1 : 0);
  }
  return differences.reduce((sum, value) => sum + Math.abs(value), 0) / probabilities.length;
}
