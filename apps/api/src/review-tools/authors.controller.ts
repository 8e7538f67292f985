import { Body, Controller, Get, Param, Put, Query, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AuthorCardsService, AuthorStandingsService, RejectOpenService } from '#authors';
import { ReviewBell } from '#reviews';
import { BODY_PROBLEMS } from '../http/api-docs.js';
import { ApiSignedIn } from '../accounts/api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
  sitesWith,
} from '../accounts/moderator.guard.js';
import { AuthorCardResponse } from './author-card.response.js';
import { ApiAuthorId, AuthorId } from './author-id.pipe.js';
import { AuthorCommentsQuery } from './comment-search.query.js';
import { FoundComments } from './found-comments.js';
import { ReviewCommentPageResponse } from './review-comment.response.js';
import { SetStandingDto, standingChangeOf } from './set-standing.dto.js';

@ApiTags('authors')
@Controller('v1/reviews/authors')
@UseGuards(ModeratorGuard)
@RequiresRole('moderator')
export class AuthorsController {
  constructor(
    private readonly cards: AuthorCardsService,
    private readonly standings: AuthorStandingsService,
    private readonly open: RejectOpenService,
    private readonly found: FoundComments,
    private readonly bell: ReviewBell,
  ) {}

  @Get(':id')
  @ApiAuthorId()
  @ApiOperation({ summary: 'An author with their past' })
  @ApiResponse({ status: 200, type: AuthorCardResponse, description: 'The author’s card.' })
  @ApiSignedIn('AUTHOR_NOT_FOUND')
  async find(
    @CurrentModerator() me: SignedIn,
    @Param('id', AuthorId) id: string,
  ): Promise<AuthorCardResponse> {
    return this.cards.read(await this.cards.locate(sitesWith(me, 'moderator'), id));
  }

  @Get(':id/comments')
  @ApiAuthorId()
  @ApiOperation({ summary: 'What an author has posted' })
  @ApiResponse({ status: 200, type: ReviewCommentPageResponse, description: 'One page.' })
  @ApiSignedIn('VALIDATION_FAILED', 'AUTHOR_NOT_FOUND')
  async comments(
    @CurrentModerator() me: SignedIn,
    @Param('id', AuthorId) id: string,
    @Query() { status, cursor, limit }: AuthorCommentsQuery,
  ): Promise<ReviewCommentPageResponse> {
    const { siteId, authorId } = await this.cards.locate(sitesWith(me, 'moderator'), id);
    return this.found.page({ siteIds: [siteId], author: authorId, status }, cursor, limit);
  }

  @Put(':id/standing')
  @ApiAuthorId()
  @ApiOperation({
    summary: 'Trust, premoderate, suspend or ban an author, or take that back',
    description:
      'Moderators premoderate, and suspend for up to 30 days; leads also trust, ban and suspend for longer, and take that back.',
  })
  @ApiResponse({ status: 200, type: AuthorCardResponse, description: 'The card as it is now.' })
  @ApiSignedIn(...BODY_PROBLEMS, 'AUTHOR_NOT_FOUND')
  async setStanding(
    @CurrentModerator() me: SignedIn,
    @Param('id', AuthorId) id: string,
    @Body() dto: SetStandingDto,
  ): Promise<AuthorCardResponse> {
    const author = await this.cards.locate(sitesWith(me, 'moderator'), id);
    const change = standingChangeOf(dto, new Date());
    const isLead = sitesWith(me, 'lead').includes(author.siteId);
    await this.standings.change(author, change, { id: me.id, isLead });
    if (change.rejectOpen) {
      await this.open.rejectOpen(author, me.id);
      this.bell.ring();
    }
    return this.cards.read(author);
  }
}
