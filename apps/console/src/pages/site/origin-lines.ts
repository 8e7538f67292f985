import { originProblem, type OriginProblem } from '#contract';

/** A line that is no origin, and why. */
export interface BrokenLine {
  line: string;
  problem: OriginProblem;
}

/** The origins that stand in a text, one a line, each once; commas part them as well. */
export function originsIn(text: string): string[] {
  const lines = text.split(/[\n,]/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** The lines that are no origins. */
export const brokenLines = (text: string): BrokenLine[] =>
  originsIn(text).flatMap((line) => {
    const problem = originProblem(line);
    return problem === null ? [] : [{ line, problem }];
  });

/** The text with what was meant in the place of a line. */
export const withLine = (text: string, line: string, instead: string): string =>
  textOf(originsIn(text).map((origin) => (origin === line ? instead : origin)));

/** Origins as they are written, one a line. */
export const textOf = (origins: readonly string[]): string => [...new Set(origins)].join('\n');

/** Whether two lists allow the same. */
export const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((origin) => other.includes(origin));
