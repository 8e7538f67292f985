export { CountsModule } from './counts.module.js';
export { type CountsAudit, CountsService, type Drift } from './counts.service.js';
