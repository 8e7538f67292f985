import type { ProblemDetails } from '#contract';

/** Why a request was not answered as hoped. */
export class Failure extends Error {
  override readonly name = 'Failure';

  /**
   * @param code of the problem details; OFFLINE when nothing was answered at all.
   * @param waitUntil from when another try may succeed, in milliseconds of the reader's clock.
   */
  constructor(
    readonly code: string,
    readonly detail: string,
    readonly waitUntil: number | null = null,
  ) {
    super(detail);
  }

  /** Whether it is not known if the request was carried out. */
  get unanswered(): boolean {
    return this.code === 'OFFLINE' || this.code === 'INTERNAL_ERROR';
  }
}

/** What a refused response says. */
export async function failureOf(response: Response): Promise<Failure> {
  const { code, detail } = await problemOf(response);
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const waits = response.status === 429 || response.status === 503;
  const wait = Number.isFinite(seconds) ? seconds : response.status === 429 ? 10 : null;
  return new Failure(code, detail, waits && wait !== null ? Date.now() + wait * 1000 : null);
}

/** A proxy on the way may answer with a page of its own. */
async function problemOf(response: Response): Promise<{ code: string; detail: string }> {
  const status = {
    code: response.status >= 500 ? 'INTERNAL_ERROR' : 'REQUEST_REFUSED',
    detail: '',
  };
  try {
    const { code, detail, errors } = (await response.json()) as Partial<ProblemDetails>;
    return { code: code ?? status.code, detail: errors?.[0]?.message ?? detail ?? '' };
  } catch {
    return status;
  }
}
