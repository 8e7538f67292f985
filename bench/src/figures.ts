/** One thing measured in several rounds of the same run. */
export interface Figure {
  name: string;
  /** Per second, one a round. */
  rounds: number[];
}

/** The middle of the values, or the mean of the two in the middle; `NaN` of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** The median over the rounds of what `figure` reached of `reference` in the same round; a slow round slows both. */
export function ratio(figure: Figure, reference: Figure): number {
  return median(
    figure.rounds.map((value, round) => value / (reference.rounds[round] ?? Number.NaN)),
  );
}

/** A table of medians, with the first figure's ratio to each of the others. */
export function figureTable(
  [main, ...references]: readonly [Figure, ...Figure[]],
  shares?: string,
): string {
  const head = [
    'per second',
    'lowest',
    'highest',
    'ratio',
    ...(shares === undefined ? [] : [shares]),
  ]
    .map((name) => name.padStart(12))
    .join('');
  const nameColumns = Math.max(...[main, ...references].map(({ name }) => name.length)) + 2;
  const row = (figure: Figure, ratios: readonly string[]): string => {
    const values = [median(figure.rounds), Math.min(...figure.rounds), Math.max(...figure.rounds)];
    return (
      figure.name.padEnd(nameColumns) +
      values.map((value) => cell(value)).join('') +
      ratios.map((value) => value.padStart(12)).join('')
    );
  };
  const ratiosOf = (reference: Figure): string[] => [
    ratio(main, reference).toFixed(2),
    ...(shares === undefined ? [] : [ratio(reference, main).toFixed(2)]),
  ];
  return [
    ' '.repeat(nameColumns) + head,
    row(main, []),
    ...references.map((reference) => row(reference, ratiosOf(reference))),
    `ratio: ${main.name} / this row, the median over the rounds`,
    ...(shares === undefined
      ? []
      : [`${shares}: this row / ${main.name}, the same the other way round`]),
  ].join('\n');
}

/** Figures for programs: medians, all rounds, and the ratio of the first to each. */
export function figureData([main, ...references]: readonly [Figure, ...Figure[]]): object[] {
  const data = (figure: Figure): object => ({ ...figure, median: median(figure.rounds) });
  return [
    data(main),
    ...references.map((figure) => ({ ...data(figure), ratio: ratio(main, figure) })),
  ];
}

function cell(value: number): string {
  return Math.round(value).toLocaleString('en').padStart(12);
}
