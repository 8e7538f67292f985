export { chooseScorer } from './choose-scorer.js';
