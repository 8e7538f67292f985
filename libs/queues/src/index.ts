export { migrateQueue } from './backend.js';
export type { ModerateJob } from './jobs.js';
export { ModerateQueue } from './moderate-queue.js';
export { ModerateHandler } from './moderate.processor.js';
export { QueuesModule, QueueWorkerModule } from './queues.module.js';
