import type { IntlShape } from 'react-intl';

/** Two digits, cut: 0.8996 must not read as the 0.90 that it did not reach. */
export const cutScore = (intl: IntlShape, score: number): string =>
  intl.formatNumber(Math.floor(score * 100 + 1e-9) / 100, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
