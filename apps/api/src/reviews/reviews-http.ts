import { ClaimsController } from './claims.controller.js';
import { DecisionsController } from './decisions.controller.js';
import { ReviewStreams } from './review-streams.js';
import { ReviewsController } from './reviews.controller.js';
import { StreamController } from './stream.controller.js';

/** The controllers of the review queue. */
export const REVIEW_CONTROLLERS = [
  ReviewsController,
  ClaimsController,
  DecisionsController,
  StreamController,
];

/** What they need besides libraries. */
export const REVIEW_PROVIDERS = [ReviewStreams];
