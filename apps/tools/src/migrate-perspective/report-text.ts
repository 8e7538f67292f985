import {
  type AttributeComparison,
  isProposed,
  type LabelProposal,
  type MigrationReport,
} from './migration-report.js';

const percent = (share: number | null): string =>
  share === null ? '' : `${(share * 100).toFixed(1)} %`;
const figure = (value: number | null): string => (value === null ? 'none' : value.toFixed(2));
const score = (value: number | null): string => (value === null ? 'never' : value.toFixed(4));

function row(...cells: (string | number)[]): string {
  const [first, ...others] = cells.map(String);
  return [`  ${(first ?? '').padEnd(16)}`, ...others.map((cell) => cell.padStart(12))]
    .join('')
    .trimEnd();
}

/** Lays a report out for people, with the policy at its end. */
export function reportText(report: MigrationReport): string {
  return [
    ...counts(report),
    ...report.attributes.flatMap(comparison),
    ...proposals(report),
    '',
    'The thresholds, for the policy:',
    '',
    JSON.stringify(report.policy, null, 2),
  ].join('\n');
}

function counts({
  texts,
  unjudged,
  broken,
  unscored,
  unknownAttributes,
}: MigrationReport): string[] {
  const named = (counted: Record<string, number>, what: (name: string) => string): string[] =>
    Object.entries(counted).map(([name, count]) => `  ${what(name)}: ${count}`);
  return [
    `${texts} texts scored`,
    ...(unjudged > 0 ? [`  without scores of Perspective's: ${unjudged}`] : []),
    ...named(unscored, (language) => `in a language that nothing here scores, ${language}`),
    ...named(unknownAttributes, (name) => `scores of ${name}, which is no label of Moderato's`),
    ...named(broken, (rule) => `lines that cannot be used, ${rule}`),
  ];
}

function comparison({ attribute, label, n, spearman, at }: AttributeComparison): string[] {
  return [
    '',
    `${attribute} and ${label}: ${n} texts, rank correlation (Spearman) ${figure(spearman)}`,
    row('from', 'both', 'neither', 'only Persp.', 'only Mod.', 'kappa', 'Persp.', 'Mod.'),
    ...at.map((one) =>
      row(
        ...[one.threshold, one.both, one.neither, one.onlyFirst, one.onlySecond],
        ...[figure(one.kappa), percent(one.perspectiveHolds), percent(one.moderatoHolds)],
      ),
    ),
  ];
}

function proposals({ proposals: all, threshold }: MigrationReport): string[] {
  return [
    '',
    `What is held: by Perspective's scores from ${threshold}, and by Moderato's under the shipped and the proposed policy`,
    row('label', 'Persp.', 'shipped', 'holds', 'proposed', 'holds', 'share'),
    ...all.map((one) => row(one.label, ...proposalCells(one))),
  ];
}

function proposalCells(one: LabelProposal): (string | number)[] {
  const before = [percent(one.heldBefore), score(one.shippedHold), one.shippedHolds];
  const proposed = !isProposed(one)
    ? ['as shipped']
    : [score(one.hold), one.holds, percent(one.share)];
  return [...before, ...proposed];
}
