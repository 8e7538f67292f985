import type { Finding, TextSpan } from '#contract';
import { describeReason, type ReasonDetails } from './reasons.js';

/** What of a decision its sentence is made from. */
export interface ExplainedDecision {
  reason: string;
  details: ReasonDetails;
}

/** More words than this make no better explanation. */
const QUOTES = 5;
/** In characters; a quotation is cut, not the comment shown again. */
const LONGEST_QUOTE = 40;

/** What cannot be seen and may turn a line around; joiners hold emoji together. */
const INVISIBLE = /(?!\u200d)\p{Cf}/gu;

function quote(body: string, { start, end }: TextSpan): string {
  const visible = body.slice(start, end).replace(INVISIBLE, '');
  const characters = [...visible.replace(/[\s\p{Cc}]+/gu, ' ')];
  if (characters.length <= LONGEST_QUOTE) return characters.join('');
  return `${characters.slice(0, LONGEST_QUOTE).join('')}…`;
}

/** The words of the finding that gave a decision its reason, each once. */
function quotesOf(reason: string, findings: readonly Finding[], body: string): string[] {
  const found = findings.filter((one) => one.reason === reason && one.outcome !== 'none');
  const [deciding] = found.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const all = (deciding?.spans ?? []).map((span) => quote(body, span));
  return [...new Set(all)].filter(Boolean).slice(0, QUOTES);
}

/** A decision's reason as one English sentence; with the words that made a score where the text is still the judged one. */
export function explainDecision(
  { reason, details }: ExplainedDecision,
  findings: readonly Finding[],
  body: string | null,
): string {
  const quotes = body === null ? [] : quotesOf(reason, findings, body);
  return describeReason(reason, details, quotes);
}
