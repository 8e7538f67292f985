export type { LimitedKind } from './limits.js';
export { LimitsModule } from './limits.module.js';
export { type Limited, LimitsService } from './limits.service.js';
export type { BucketState } from './token-bucket.js';
