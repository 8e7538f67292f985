/** The compiler said no; the message is what it said. */
export class BuildError extends Error {}

/** Brings dist/ up to date with the sources; whether it had to build. */
export function ensureBuilt(options?: {
  force?: boolean;
  log?: (line: string) => void;
}): Promise<boolean>;
