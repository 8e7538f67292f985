export { TextScoresModule } from './text-scores.module.js';
export { type ScoredText, type TextScore, TextScores } from './text-scores.service.js';
