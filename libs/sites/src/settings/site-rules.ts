import { DomainError, type FieldProblem, originProblem } from '#contract';

/** Each is compared with the origin of every request of a page. */
export const MAXIMUM_ORIGINS = 50;
/** Characters of a site's name. */
export const SITE_NAME_CHARACTERS = 100;
/** Keys of a kind that are in force at a time; two are enough to exchange one. */
export const MAXIMUM_KEYS = 10;

/**
 * The origins as they are stored, each once.
 * @throws DomainError VALIDATION_FAILED naming each that is none
 */
export function checkedOrigins(given: readonly string[]): string[] {
  const origins = [...new Set(given)];
  if (origins.length === 0) throw refused([tooFew()]);
  if (origins.length > MAXIMUM_ORIGINS) throw refused([tooMany()]);
  const problems = given.flatMap((origin, at): FieldProblem[] => {
    const problem = originProblem(origin);
    if (problem === null) return [];
    return [{ field: `origins[${at}]`, rule: problem.rule, message: problem.message }];
  });
  if (problems.length > 0) throw refused(problems);
  return origins;
}

/** Whether two lists of origins allow the same. */
export const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((origin) => other.includes(origin));

/** The error for broken rules, in the words of the first. */
export function refused(problems: FieldProblem[]): DomainError {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const detail = `${first?.field ?? ''} ${first?.message ?? ''}${more}.`;
  return new DomainError('VALIDATION_FAILED', detail, problems);
}

const tooFew = (): FieldProblem => ({
  ...{ field: 'origins', rule: 'arrayMinSize' },
  message: 'must name at least one origin, or *',
});

const tooMany = (): FieldProblem => ({
  ...{ field: 'origins', rule: 'arrayMaxSize' },
  message: `must not name more than ${MAXIMUM_ORIGINS} origins`,
});
