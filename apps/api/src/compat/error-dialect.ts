import type { DomainError } from '#contract';

/** An error as the clients of another system expect it. */
export interface DialectAnswer {
  status: number;
  headers?: Record<string, string>;
  type: string;
  body: unknown;
}

/** How a dialect says what went wrong. */
export type ErrorDialect = (error: DomainError) => DialectAnswer;
