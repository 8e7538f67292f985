import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsText } from './is-text.js';

/** Entries on a page: unless told otherwise, and at most. */
const USUAL_LIMIT = 50;
const LONGEST_PAGE = 100;

const lowerCase = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.toLowerCase() : value;

/** The id of something in the query. */
export function IsId(message: string): PropertyDecorator {
  const decorators = [IsUUID(undefined, { message }), Transform(lowerCase), IsOptional()];
  return (target, property) => decorators.forEach((decorate) => decorate(target, property));
}

/** One of the moderator's sites, or all of them. */
export class OfSiteQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Without it, all of the moderator’s sites.' })
  @IsId('must be the id of a site, a UUID')
  site?: string;
}

/** The place in a list to go on from, in the query. */
export const IsCursor = (): PropertyDecorator =>
  applyDecorators(
    IsText({ maximum: 500, lines: false }),
    IsOptional(),
    ApiPropertyOptional({ description: 'The `next` of the page before.' }),
  );

interface LimitRules {
  /** Unless told otherwise. */
  usual: number;
  longest: number;
  description: string;
}

/** How many of something, in a body. */
export const IsLimit = ({ usual, longest, description }: LimitRules): PropertyDecorator =>
  applyDecorators(
    IsInt({ message: 'must be a whole number' }),
    Min(1, { message: 'must not be less than 1' }),
    Max(longest, { message: `must not be more than ${longest}` }),
    IsOptional(),
    ApiPropertyOptional({ minimum: 1, maximum: longest, default: usual, description }),
  );

/** As {@link IsLimit}, in the query, where everything is text. */
export const IsPageLimit = (rules: LimitRules): PropertyDecorator =>
  applyDecorators(
    IsLimit(rules),
    Type(() => Number),
  );

/** Which page of a list. */
export class PageQuery extends OfSiteQuery {
  @IsCursor()
  cursor?: string;

  @IsPageLimit({ usual: USUAL_LIMIT, longest: LONGEST_PAGE, description: 'Entries on a page.' })
  limit: number = USUAL_LIMIT;
}
