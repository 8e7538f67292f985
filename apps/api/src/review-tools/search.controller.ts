import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiSignedIn } from '../accounts/api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
  sitesWith,
} from '../accounts/moderator.guard.js';
import { CommentSearchQuery } from './comment-search.query.js';
import { FoundComments } from './found-comments.js';
import { ReviewCommentPageResponse } from './review-comment.response.js';

@ApiTags('reviews')
@Controller('v1/reviews/search')
@UseGuards(ModeratorGuard)
@RequiresRole('moderator')
export class SearchController {
  constructor(private readonly found: FoundComments) {}

  @Get()
  @ApiOperation({
    summary: 'Search all comments, whatever their status',
    description:
      'Newest first. A page may be shorter than its limit and still have a next one, as when a single character is searched for.',
  })
  @ApiResponse({ status: 200, type: ReviewCommentPageResponse, description: 'One page.' })
  @ApiSignedIn('VALIDATION_FAILED')
  find(
    @CurrentModerator() me: SignedIn,
    @Query() query: CommentSearchQuery,
  ): Promise<ReviewCommentPageResponse> {
    const { site, cursor, limit, openedAfter, openedBefore, ...rest } = query;
    const search = {
      ...rest,
      siteIds: sitesWith(me, 'moderator', site),
      after: openedAfter,
      before: openedBefore,
    };
    return this.found.page(search, cursor, limit);
  }
}
