import type { Config } from '#config';
import type { TextScorer } from '#moderation';
import { loadOnnxService } from './onnx/load-onnx-service.js';
import { OpenAiService } from './openai/openai-service.js';
import { PerspectiveService } from './perspective/perspective-service.js';
import { ScorerWithStandIn } from './scorer-with-stand-in.js';
import type { ScoringService } from './scoring-service.js';

/**
 * The scorer that the configuration names; the local model stands in for any other. No service is asked
 * before the first comment, so that one that is down keeps nothing from starting.
 * @throws ConfigError when the folder of an ONNX model cannot be used
 */
export async function chooseScorer(config: Config, local: TextScorer): Promise<TextScorer> {
  const service = await chooseService(config);
  if (service === null) return local;
  return new ScorerWithStandIn(service, local, {
    timeoutMs: config.SCORER_TIMEOUT_MS,
    failures: config.SCORER_FAILURES,
    pauseMs: config.SCORER_PAUSE_MS,
  });
}

async function chooseService(config: Config): Promise<ScoringService | null> {
  switch (config.SCORER) {
    case 'local':
      return null;
    case 'perspective':
      return new PerspectiveService(config);
    case 'openai':
      return new OpenAiService(config);
    case 'onnx':
      return loadOnnxService(config);
  }
}
