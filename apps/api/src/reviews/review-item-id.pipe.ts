import { Injectable, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { DomainError } from '#contract';

/** The id of a review item in a path; what is no UUID names none. */
@Injectable()
export class ReviewItemId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUUID(id)) {
      throw new DomainError('REVIEW_ITEM_NOT_FOUND', 'There is no such review item.');
    }
    return id.toLowerCase();
  }
}

/** The id of a bulk of decisions in a path. */
@Injectable()
export class DecisionId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUUID(id)) throw new DomainError('DECISION_NOT_FOUND', 'There is no such decision.');
    return id.toLowerCase();
  }
}

const idParameter = (description: string) =>
  ApiParam({ name: 'id', description, schema: { type: 'string', format: 'uuid' } });

export const ApiItemId = (): MethodDecorator => idParameter('The id of the review item.');

export const ApiDecisionId = (): MethodDecorator =>
  idParameter('The id that came with the decisions.');
