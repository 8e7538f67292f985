export { FeedbackModule } from './feedback.module.js';
export { type Feedback, FeedbackService, type FeedbackSource } from './feedback.service.js';
