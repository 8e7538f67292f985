interface ScorerSettings {
  SCORER: 'local' | 'perspective' | 'openai' | 'onnx';
  SCORER_URL: string | undefined;
  SCORER_API_KEY: string | undefined;
  SCORER_FOLDER: string | undefined;
  SCORER_TIMEOUT_MS: number;
  CHECK_TIME_LIMIT_MS: number;
}

/** What the settings of the scorer lack, in one sentence that says what to do; `null` when they go together. */
export function scorerRuleBroken(config: ScorerSettings): string | null {
  if (config.SCORER === 'local') return null;
  if (config.SCORER === 'perspective' && config.SCORER_URL === undefined) {
    return 'SCORER=perspective needs SCORER_URL, the whole address of the service, as in https://scores.example/v1alpha1/comments:analyze.';
  }
  if (
    config.SCORER === 'openai' &&
    config.SCORER_API_KEY === undefined &&
    config.SCORER_URL === undefined
  ) {
    return 'SCORER=openai needs SCORER_API_KEY, or SCORER_URL if a service of your own is to be asked without a key.';
  }
  if (config.SCORER === 'onnx' && config.SCORER_FOLDER === undefined) {
    return 'SCORER=onnx needs SCORER_FOLDER, the folder that holds model.onnx, config.json and tokenizer.json or vocab.txt.';
  }
  // A check that takes too long is a finding of its own: the local model would come too late.
  if (config.SCORER_TIMEOUT_MS >= config.CHECK_TIME_LIMIT_MS) {
    return 'SCORER_TIMEOUT_MS must be less than CHECK_TIME_LIMIT_MS, so that the local model can still stand in.';
  }
  return null;
}
