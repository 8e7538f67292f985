import type { FieldProblem, ProblemDetails } from '#contract';

/** The service said no: problem details (RFC 9457), or what stands for them. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    /** A stable code, as in `COMMENT_NOT_FOUND`. */
    readonly code: string,
    detail: string,
    readonly fields: FieldProblem[] = [],
    /** Seconds to wait before the next try, where the service said so. */
    readonly retryAfter: number | null = null,
  ) {
    super(detail);
  }
}

/** The service could not be reached, or not for now: worth another try. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

const isProblem = (body: unknown): body is ProblemDetails =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** What an answer that is no success says. */
export async function problemOf(response: Response): Promise<Problem | Unreachable> {
  const body: unknown = await response.json().catch(() => null);
  if ([502, 503, 504].includes(response.status)) return new Unreachable('The service is away.');
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds : null;
  if (!isProblem(body))
    return new Problem(response.status, 'UNKNOWN', response.statusText, [], retryAfter);
  return new Problem(response.status, body.code, body.detail, body.errors, retryAfter);
}
