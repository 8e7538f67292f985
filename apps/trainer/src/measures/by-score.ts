/** The places of scores from the lowest score to the highest. Throws a `RangeError` where a score is not a number. */
export function byScore(scores: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from(scores, (score, place) => {
    if (Number.isNaN(score)) throw new RangeError(`The score at place ${place} is not a number.`);
    return place;
  });
  return order.sort((a, b) => Math.sign((scores[a] as number) - (scores[b] as number)) || a - b);
}
