import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { REVIEW_KINDS, REVIEW_QUEUES, type ReviewKind, type ReviewQueue } from '#contract';
import { IsText } from '../http/is-text.js';
import { OfSiteQuery } from '../http/page-query.js';
import { ReviewFilterDto } from './review-filter.dto.js';

/** Items on a page and in a claim, unless told otherwise. */
const USUAL_LIMIT = 25;
const LONGEST_PAGE = 100;
const LONGEST_CLAIM = 50;

export class ReviewListQuery extends ReviewFilterDto {
  @ApiPropertyOptional({
    enum: REVIEW_QUEUES,
    default: 'held',
    description: 'mine: what the moderator has claimed; decided: what moderators have decided.',
  })
  @IsOptional()
  @IsIn(REVIEW_QUEUES, { message: `must be one of ${REVIEW_QUEUES.join(', ')}` })
  queue: ReviewQueue = 'held';

  @ApiPropertyOptional({ description: 'The `next` of the page before.' })
  @IsOptional()
  @IsText({ maximum: 500, lines: false })
  cursor?: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: LONGEST_PAGE,
    default: USUAL_LIMIT,
    description: 'How many items at most.',
  })
  @IsOptional()
  @Type(() => Number)
  @Max(LONGEST_PAGE, { message: `must not be more than ${LONGEST_PAGE}` })
  @Min(1, { message: 'must not be less than 1' })
  @IsInt({ message: 'must be a whole number' })
  limit: number = USUAL_LIMIT;
}

export class CampaignListQuery extends OfSiteQuery {
  @ApiPropertyOptional({ description: 'The `next` of the page before.' })
  @IsOptional()
  @IsText({ maximum: 500, lines: false })
  cursor?: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: LONGEST_CLAIM,
    default: USUAL_LIMIT,
    description: 'How many campaigns at most.',
  })
  @IsOptional()
  @Type(() => Number)
  @Max(LONGEST_CLAIM, { message: `must not be more than ${LONGEST_CLAIM}` })
  @Min(1, { message: 'must not be less than 1' })
  @IsInt({ message: 'must be a whole number' })
  limit: number = USUAL_LIMIT;
}

export class ClaimDto extends ReviewFilterDto {
  @ApiProperty({ enum: REVIEW_KINDS, description: 'The queue to take items from.' })
  @IsIn(REVIEW_KINDS, { message: `must be one of ${REVIEW_KINDS.join(', ')}` })
  queue!: ReviewKind;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: LONGEST_CLAIM,
    default: USUAL_LIMIT,
    description: 'How many to have at most, those that are claimed already among them.',
  })
  @IsOptional()
  @Max(LONGEST_CLAIM, { message: `must not be more than ${LONGEST_CLAIM}` })
  @Min(1, { message: 'must not be less than 1' })
  @IsInt({ message: 'must be a whole number' })
  limit: number = USUAL_LIMIT;
}
