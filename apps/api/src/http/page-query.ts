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

/** Which page of a list. */
export class PageQuery extends OfSiteQuery {
  @ApiPropertyOptional({ description: 'The `next` of the page before.' })
  @IsOptional()
  @IsText({ maximum: 500, lines: false })
  cursor?: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: LONGEST_PAGE,
    default: USUAL_LIMIT,
    description: 'Entries on a page.',
  })
  @IsOptional()
  @Type(() => Number)
  @Max(LONGEST_PAGE, { message: `must not be more than ${LONGEST_PAGE}` })
  @Min(1, { message: 'must not be less than 1' })
  @IsInt({ message: 'must be a whole number' })
  limit: number = USUAL_LIMIT;
}
