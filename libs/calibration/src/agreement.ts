/** How two judges who say yes from the same score on agree. */
export interface Agreement {
  both: number;
  neither: number;
  onlyFirst: number;
  onlySecond: number;
  /** Cohen's kappa (1960): 1 is full agreement, 0 what chance gives; `null` where both say the same of everything. */
  kappa: number | null;
}

/** Compares what reaches a threshold in one list with what does in the other. */
export function agreement(first: Float64Array, second: Float64Array, threshold: number): Agreement {
  if (first.length !== second.length) throw new RangeError('The lists differ in length.');
  let [both, onlyFirst, onlySecond] = [0, 0, 0];
  for (const [index, score] of first.entries()) {
    const [a, b] = [score >= threshold, (second[index] ?? 0) >= threshold];
    if (a && b) both += 1;
    else if (a) onlyFirst += 1;
    else if (b) onlySecond += 1;
  }
  const neither = first.length - both - onlyFirst - onlySecond;
  const kappa = kappaOf({ both, neither, onlyFirst, onlySecond });
  return { both, neither, onlyFirst, onlySecond, kappa };
}

function kappaOf({
  both,
  neither,
  onlyFirst,
  onlySecond,
}: Omit<Agreement, 'kappa'>): number | null {
  const n = both + neither + onlyFirst + onlySecond;
  const [yesFirst, yesSecond] = [both + onlyFirst, both + onlySecond];
  const byChance = yesFirst * yesSecond + (n - yesFirst) * (n - yesSecond);
  if (byChance === n * n) return null;
  return (n * (both + neither) - byChance) / (n * n - byChance);
}
