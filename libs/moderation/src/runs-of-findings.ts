import type { Finding } from '#contract';
import type { Signal } from './check.js';
import type { CheckError, CheckRun } from './run-checks.js';

function signalOf({ label, score, spans, reason, details }: Finding): Signal[] {
  if (label === null || score === null) return [];
  // What the verdict of then has added.
  const { waived: _, ...own } = details;
  return [{ label, score, spans, reason, details: own }];
}

const errorOf = ({ label, details }: Finding): CheckError | null =>
  label === null ? (details.error as CheckError) : null;

/**
 * The checks' runs again, of what a verdict has made of them: for a verdict under another policy. A check that found
 * nothing is not among them, and whether it ran in another language is forgotten: no verdict looks at either.
 */
export function runsOfFindings(findings: readonly Finding[]): CheckRun[] {
  const runs = new Map<string, CheckRun>();
  for (const finding of findings) {
    const { check, version, milliseconds } = finding;
    const known = runs.get(check);
    runs.set(check, {
      ...{ check, version, milliseconds },
      signals: [...(known?.signals ?? []), ...signalOf(finding)],
      error: known?.error ?? errorOf(finding),
    });
  }
  return [...runs.values()];
}
