import { expect } from 'vitest';
import { ERROR_CODES, type ErrorCode, type FieldProblem, type ProblemDetails } from '#contract';
import type { Response } from './client.js';

/** What a caller must never see: where in our code something happened, and what the database said. */
const LEAK = /node_modules|\bat [\w.<>]+ \(|\.[jt]s:\d+|SELECT|INSERT|postgres:\/\//;

/** Holds the response to RFC 9457 and gives it. */
export function wellFormedProblem(response: Response): ProblemDetails {
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(response.headers['cache-control']).toBe('no-store');
  const problem = response.json<ProblemDetails>();
  expect(problem).toMatchObject({
    type: `/docs#${problem.code.toLowerCase().replaceAll('_', '-')}`,
    title: expect.stringMatching(/^[A-Z].*[^.]$/),
    status: response.statusCode,
    detail: expect.stringMatching(/^\S.*\.$/s),
    instance: response.headers['x-request-id'],
    code: expect.toBeOneOf([...ERROR_CODES]),
  });
  expect(response.body).not.toMatch(LEAK);
  return problem;
}

/** The response is this problem; with `errors`, exactly these fields and rules are named, in this order. */
export function expectProblem(
  response: Response,
  status: number,
  code: ErrorCode,
  errors?: Pick<FieldProblem, 'field' | 'rule'>[],
): ProblemDetails {
  const problem = wellFormedProblem(response);
  expect({ status: response.statusCode, code: problem.code }, response.body).toEqual({
    status,
    code,
  });
  if (errors !== undefined) {
    expect(problem.errors?.map(({ field, rule }) => ({ field, rule }))).toEqual(errors);
  }
  return problem;
}

/** The response says that one field breaks one rule. */
export function expectBroken(response: Response, field: string, rule: string): void {
  expectProblem(response, 400, 'VALIDATION_FAILED', [{ field, rule }]);
}
