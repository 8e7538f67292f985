import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { REVIEW_KINDS, REVIEW_QUEUES, type ReviewKind, type ReviewQueue } from '#contract';
import { IsCursor, IsLimit, IsPageLimit, OfSiteQuery } from '../http/page-query.js';
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

  @IsCursor()
  cursor?: string;

  @IsPageLimit({
    usual: USUAL_LIMIT,
    longest: LONGEST_PAGE,
    description: 'How many items at most.',
  })
  limit: number = USUAL_LIMIT;
}

export class CampaignListQuery extends OfSiteQuery {
  @IsCursor()
  cursor?: string;

  @IsPageLimit({
    usual: USUAL_LIMIT,
    longest: LONGEST_CLAIM,
    description: 'How many campaigns at most.',
  })
  limit: number = USUAL_LIMIT;
}

export class ClaimDto extends ReviewFilterDto {
  @ApiProperty({ enum: REVIEW_KINDS, description: 'The queue to take items from.' })
  @IsIn(REVIEW_KINDS, { message: `must be one of ${REVIEW_KINDS.join(', ')}` })
  queue!: ReviewKind;

  @IsLimit({
    usual: USUAL_LIMIT,
    longest: LONGEST_CLAIM,
    description: 'How many to have at most, those that are claimed already among them.',
  })
  limit: number = USUAL_LIMIT;
}
