import type { DomainError } from '#contract';
import type { BodyRules } from '../http/body-rules.js';

/** What the server has to know of another system's clients before a controller sees what they ask. */
export interface Dialect {
  /** Its addresses, those of requests as those of routes, where parameters are still names. */
  addresses: RegExp;
  body?: BodyRules;
  error?: ErrorDialect;
}

/** How a dialect says what went wrong. */
export type ErrorDialect = (error: DomainError) => DialectAnswer;

/** An error as the clients of another system expect it. */
export interface DialectAnswer {
  status: number;
  headers?: Record<string, string>;
  type: string;
  body: unknown;
}
