import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CampaignsService, ReviewsService } from '#reviews';
import { ApiSignedIn } from '../accounts/api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
  sitesWith,
} from '../accounts/moderator.guard.js';
import { OfSiteQuery } from '../http/page-query.js';
import { validationFailed } from '../http/validation.js';
import { ApiItemId, ReviewItemId } from './review-item-id.pipe.js';
import { ReviewItemResponse } from './review-item.response.js';
import {
  CampaignPageResponse,
  QueueSizesResponse,
  ReviewPageResponse,
} from './review-lists.response.js';
import { filterOf } from './review-filter.dto.js';
import { CampaignListQuery, ReviewListQuery } from './review-queries.dto.js';

@ApiTags('reviews')
@Controller('v1/reviews')
@UseGuards(ModeratorGuard)
@RequiresRole('moderator')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly campaigns: CampaignsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'A page of a queue, what is due first at the top' })
  @ApiResponse({ status: 200, type: ReviewPageResponse, description: 'The page.' })
  @ApiSignedIn('VALIDATION_FAILED')
  list(
    @CurrentModerator() me: SignedIn,
    @Query() query: ReviewListQuery,
  ): Promise<ReviewPageResponse> {
    const { queue, site, cursor, limit } = query;
    const siteIds = sitesWith(me, 'moderator', site);
    const filter = { ...filterOf(query), ...decidedBy(query, me) };
    const asked = { siteIds, queue, moderatorId: me.id, filter };
    return this.reviews.list(asked, cursor ?? null, limit);
  }

  @Get('queues')
  @ApiOperation({ summary: 'How much waits in each queue' })
  @ApiResponse({ status: 200, type: QueueSizesResponse, description: 'The sizes.' })
  @ApiSignedIn('VALIDATION_FAILED')
  sizes(
    @CurrentModerator() me: SignedIn,
    @Query() { site }: OfSiteQuery,
  ): Promise<QueueSizesResponse> {
    return this.reviews.queueSizes(sitesWith(me, 'moderator', site), me.id);
  }

  @Get('campaigns')
  @ApiOperation({ summary: 'A page of near-duplicates that wait together, the oldest first' })
  @ApiResponse({ status: 200, type: CampaignPageResponse, description: 'The page.' })
  @ApiSignedIn('VALIDATION_FAILED')
  listCampaigns(
    @CurrentModerator() me: SignedIn,
    @Query() { site, cursor, limit }: CampaignListQuery,
  ): Promise<CampaignPageResponse> {
    return this.campaigns.list(sitesWith(me, 'moderator', site), cursor ?? null, limit);
  }

  @Get('items/:id')
  @ApiItemId()
  @ApiOperation({ summary: 'One review item' })
  @ApiResponse({ status: 200, type: ReviewItemResponse, description: 'The item.' })
  @ApiSignedIn('REVIEW_ITEM_NOT_FOUND')
  find(
    @CurrentModerator() me: SignedIn,
    @Param('id', ReviewItemId) id: string,
  ): Promise<ReviewItemResponse> {
    return this.reviews.find(sitesWith(me, 'moderator'), id);
  }
}

/** @throws DomainError VALIDATION_FAILED for a queue in which nothing is decided yet */
function decidedBy(
  { queue, decidedBy: who }: ReviewListQuery,
  me: SignedIn,
): { decidedBy?: string } {
  if (who === undefined) return {};
  if (queue !== 'decided') {
    const message = 'is only for the queue of what is decided';
    throw validationFailed([{ field: 'decidedBy', rule: 'isForDecided', message }]);
  }
  return { decidedBy: who.toLowerCase() === 'me' ? me.id : who };
}
