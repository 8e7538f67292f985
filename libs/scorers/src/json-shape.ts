import { ScoringFailure } from './scoring-failure.js';

/** A value of parsed JSON with named parts; `null` for anything else. */
export function asRecord(value: unknown): Record<string, unknown> | null {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : null;
}

/** A score from 0 to 1. @throws ScoringFailure for anything else */
export function asScore(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : malformed();
}

/** @throws ScoringFailure */
export function malformed(): never {
  throw new ScoringFailure('answers with something other than scores');
}
