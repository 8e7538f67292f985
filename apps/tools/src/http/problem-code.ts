import type { FieldProblem, ProblemDetails } from '#contract';
import type { HttpAnswer } from './http-client.js';

/** The stable code of a problem that the service answered with, as in `SITE_KEY_UNKNOWN`; `HTTP_502` if it sent none. */
export function problemCode(answer: HttpAnswer): string {
  return readProblem(answer).code ?? `HTTP_${answer.status}`;
}

/** One line that says what the service objected to. */
export function problemSentence(answer: HttpAnswer): string {
  const { detail, errors } = readProblem(answer);
  const fields = (errors ?? []).map(({ field, message }: FieldProblem) => `${field}: ${message}`);
  return [detail ?? `HTTP ${answer.status}`, ...fields].join('; ');
}

function readProblem(answer: HttpAnswer): Partial<ProblemDetails> {
  try {
    // A proxy on the way may answer with anything, so every field is optional.
    return (JSON.parse(answer.text) ?? {}) as Partial<ProblemDetails>;
  } catch {
    return {};
  }
}
