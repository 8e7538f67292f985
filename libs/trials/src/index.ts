export { LatestTrials, type RetriedRef } from './latest-trials.service.js';
export { TextTrials } from './text-trials.service.js';
export { TrialsModule } from './trials.module.js';
