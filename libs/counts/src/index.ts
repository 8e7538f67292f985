export { CountsModule } from './counts.module.js';
export { type CountsAudit, CountsService, type Drift } from './counts.service.js';
export { type CountsAnswer, LiveCounts } from './live-counts.js';
export { LiveCountsModule } from './live-counts.module.js';
export { type CountOfUrl, UrlCounts } from './url-counts.js';
