import type { Policy } from '#contract';

/** Names in a policy from the outside in, as `['links', 'maximum']`. */
export type Path = readonly string[];
type Branch = Record<string, unknown>;

const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const valueAt = (document: unknown, path: Path): unknown =>
  path.reduce((at, name) => (isBranch(at) ? at[name] : undefined), document);

/** A copy with another value in one place; `undefined` takes out what is there. */
export function withValue(document: unknown, path: Path, value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const copy: Branch = isBranch(document) ? { ...document } : {};
  const next = withValue(copy[name], rest, value);
  if (next === undefined) Reflect.deleteProperty(copy, name);
  else copy[name] = next;
  return copy;
}

/** As the service reads it: what is left out takes the shipped value. What it does not know stays, for it to object to. */
export function completed(shipped: unknown, given: unknown): unknown {
  if (given === undefined) return shipped;
  if (!isBranch(shipped) || !isBranch(given)) return given;
  const whole: Branch = { ...given };
  for (const [name, value] of Object.entries(shipped)) whole[name] = completed(value, given[name]);
  return whole;
}

/** Whether the document has the parts of a policy, so that a form can show it; its values may still break rules. */
export function isShapedLike(shipped: unknown, given: unknown): given is Policy {
  if (Array.isArray(shipped))
    return Array.isArray(given) && given.every((entry) => typeof entry === 'string');
  if (!isBranch(shipped)) return typeof given !== 'object' || given === null;
  return (
    isBranch(given) &&
    Object.entries(shipped).every(([name, value]) => isShapedLike(value, given[name]))
  );
}

/** One place in which two documents differ. */
export interface Change {
  path: Path;
  before: unknown;
  after: unknown;
}

function leavesOf(value: unknown, path: Path = []): [Path, unknown][] {
  if (!isBranch(value)) return [[path, value]];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, [...path, name]));
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What differs, in the order of the first document, then what only the second has. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const paths = new Map<string, Path>();
  for (const [path] of [...leavesOf(before), ...leavesOf(after)])
    paths.set(JSON.stringify(path), path);
  return [...paths.values()]
    .map((path) => ({ path, before: valueAt(before, path), after: valueAt(after, path) }))
    .filter((change) => !same(change.before, change.after));
}

/** What somebody else has written meanwhile, with our own changes upon it. */
export const carriedOver = (base: unknown, ours: unknown, theirs: unknown): unknown =>
  changesBetween(base, ours).reduce(
    (document, { path, after }) => withValue(document, path, after),
    theirs,
  );
