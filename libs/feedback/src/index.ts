export { FeedbackModule } from './feedback.module.js';
export { type Feedback, FeedbackService, type FeedbackSource } from './feedback.service.js';
export { type LabelledText, LabelledTexts } from './labelled-texts.service.js';
