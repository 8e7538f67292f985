import type { ReportReason } from '#contract';

/** The reasons of readers, the gravest first. */
export const REPORTS = [
  'hate',
  'abuse',
  'private',
  'spam',
  'off-topic',
  'other',
] as const satisfies readonly ReportReason[];
