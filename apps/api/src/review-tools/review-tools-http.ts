import { AuthorsModule } from '#authors';
import { HistoryModule } from '#history';
import { ReasonsModule } from '#reasons';
import { ReportsModule } from '#reports';
import { SearchModule } from '#search';
import { ThreadsModule } from '#threads';
import { AuditController } from '../audit/audit.controller.js';
import { ReportsController } from '../reports/reports.controller.js';
import { AuthorsController } from './authors.controller.js';
import { CommentHistoryController } from './comment-history.controller.js';
import { CommentPlacementController } from './comment-placement.controller.js';
import { FoundComments } from './found-comments.js';
import { ReasonsController } from './reasons.controller.js';
import { SearchController } from './search.controller.js';

/** The controllers of what moderators work with beside the queue, and of what readers ask of them. */
export const REVIEW_TOOLS_CONTROLLERS = [
  AuditController,
  AuthorsController,
  CommentHistoryController,
  CommentPlacementController,
  ReasonsController,
  ReportsController,
  SearchController,
];

/** The libraries that they need. */
export const REVIEW_TOOLS_MODULES = [
  AuthorsModule,
  HistoryModule,
  ReasonsModule,
  ReportsModule,
  SearchModule,
  ThreadsModule,
];

export const REVIEW_TOOLS_PROVIDERS = [FoundComments];
