import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { REVIEW_KINDS, REVIEW_QUEUES, type ReviewKind, type ReviewQueue } from '#contract';
import { IsCursor, IsLimit, IsPageLimit, OfSiteQuery } from '../http/page-query.js';
import { ReviewFilterDto } from './review-filter.dto.js';

/** Items on a page and in a claim, unless told otherwise. */
const USUAL_LIMIT = 25;
/** Campaigns on a page: each is as much as three items, and has its members counted. */
const USUAL_CAMPAIGNS = 10;
const LONGEST_PAGE = 100;
const LONGEST_CLAIM = 50;
const MOST_EXCEPT = 200;

const WHO = /^(me|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export class ReviewListQuery extends ReviewFilterDto {
  @ApiPropertyOptional({
    enum: REVIEW_QUEUES,
    default: 'held',
    description: 'mine: what the moderator has claimed; decided: what moderators have decided.',
  })
  @IsOptional()
  @IsIn(REVIEW_QUEUES, { message: `must be one of ${REVIEW_QUEUES.join(', ')}` })
  queue: ReviewQueue = 'held';

  @ApiPropertyOptional({
    description:
      'Who decided it: the id of a moderator, or `me`; only with the queue of what is decided.',
    example: 'me',
  })
  @IsOptional()
  @Matches(WHO, { message: 'must be the id of a moderator, a UUID, or me' })
  decidedBy?: string;

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
    usual: USUAL_CAMPAIGNS,
    longest: LONGEST_CLAIM,
    description: 'How many campaigns at most.',
  })
  limit: number = USUAL_CAMPAIGNS;
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

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    maxItems: MOST_EXCEPT,
    description: 'The ids of items that are left to others, as those that were skipped.',
  })
  @IsOptional()
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(MOST_EXCEPT, { message: `must not have more than ${MOST_EXCEPT} entries` })
  @IsUUID(undefined, { each: true, message: 'must hold ids of review items' })
  except?: string[];
}
