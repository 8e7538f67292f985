export type { WrittenReason } from './replacement.js';
export { ReasonsModule } from './reasons.module.js';
export { ReasonsService } from './reasons.service.js';
