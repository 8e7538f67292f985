export type { ReaderRef } from './own-comments.js';
export { type Placed, PlacementService } from './placement.service.js';
export { auditReactions, ReactionsService, type ReactionsView } from './reactions.service.js';
export type { ThreadQuery } from './thread-query.js';
export { ThreadsModule } from './threads.module.js';
export { ThreadsService } from './threads.service.js';
