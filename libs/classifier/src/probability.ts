/** The probability that belongs to log-odds, 0 to 1. */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The log-odds that belong to a probability. */
export function logOddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}
