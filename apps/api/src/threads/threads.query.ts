import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { THREAD_SORTS, type ThreadSort } from '#contract';

/** Digits as a number; what else was typed stays, for the rules to refuse. */
const toNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value;

export class ThreadsQuery {
  @ApiPropertyOptional({
    enum: THREAD_SORTS,
    default: 'newest',
    description: 'The order of the top comments; replies stand oldest first.',
  })
  @IsIn(THREAD_SORTS, { message: `must be one of ${THREAD_SORTS.join(', ')}` })
  sort: ThreadSort = 'newest';

  @ApiPropertyOptional({ description: 'The `next` of a page: what follows it.' })
  @IsOptional()
  @Matches(/^[\w-]{1,150}$/, { message: 'must be the next of a page' })
  cursor?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 25,
    description: 'Comments on the page.',
  })
  @Transform(toNumber)
  @Max(100, { message: 'must be at most 100' })
  @Min(1, { message: 'must be at least 1' })
  @IsInt({ message: 'must be a whole number' })
  limit = 25;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 10,
    default: 3,
    description: 'How many levels of replies come with the comments.',
  })
  @Transform(toNumber)
  @Max(10, { message: 'must be at most 10' })
  @Min(0, { message: 'must be at least 0' })
  @IsInt({ message: 'must be a whole number' })
  depth = 3;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The replies to this comment instead of the top comments, oldest first.',
  })
  @IsOptional()
  @IsUUID(undefined, { message: 'must be the id of a comment, a UUID' })
  parent?: string;

  @ApiPropertyOptional({ description: 'The site’s public key, where no header can be sent.' })
  @IsOptional()
  siteKey?: string;
}
