import { buildOnce, plainEnvironment, PROJECT_FOLDER } from './processes.js';
import { TestProcess } from './test-process.js';

export interface ToolOutcome {
  code: number | null;
  output: string;
}

/** Runs `node <entry> <args>` (entry relative to the project folder, below dist/) to its end, whatever that is. */
export async function runToEnd(
  entry: string,
  env: NodeJS.ProcessEnv,
  args: string[] = [],
): Promise<ToolOutcome> {
  await buildOnce();
  const tool = TestProcess.start(
    entry.replace(/^dist\//, ''),
    process.execPath,
    [`${PROJECT_FOLDER}${entry}`, ...args],
    { ...plainEnvironment(), ...env },
    PROJECT_FOLDER,
  );
  const { code } = await tool.exited;
  return { code, output: tool.output };
}
