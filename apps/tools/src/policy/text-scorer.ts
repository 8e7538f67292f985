import { loadConfig } from '#config';
import { ChecksOnDemand, configuredChecks } from '#configured-checks';
import { StartupError } from '#startup';
import { TextScores } from '#text-scores';
import { ToolError } from '../http/tool-error.js';

/** The checks of this installation for lone texts, loaded. @throws ToolError when they cannot be */
export async function loadTextScores(): Promise<TextScores> {
  try {
    const config = loadConfig();
    const checks = await configuredChecks(config);
    return new TextScores(new ChecksOnDemand(() => Promise.resolve(checks), config));
  } catch (error) {
    if (error instanceof StartupError || (error as Error).name === 'ConfigError')
      throw new ToolError((error as Error).message);
    throw error;
  }
}
