import { ApiIdInPath, IdInPath } from '../http/id-in-path.js';

export const ReviewItemId = new IdInPath('REVIEW_ITEM_NOT_FOUND', 'There is no such review item.');
export const ApiItemId = (): MethodDecorator => ApiIdInPath('The id of the review item.');

/** That of a bulk of decisions. */
export const DecisionId = new IdInPath('DECISION_NOT_FOUND', 'There is no such decision.');
export const ApiDecisionId = (): MethodDecorator =>
  ApiIdInPath('The id that came with the decisions.');
