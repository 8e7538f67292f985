import { Body, Controller, Param, Put, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { HistoryService } from '#history';
import { PlacementService } from '#threads';
import { ApiSignedIn } from '../accounts/api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
  sitesWith,
} from '../accounts/moderator.guard.js';
import { ApiCommentId, CommentId } from '../comments/comment-id.pipe.js';
import { BODY_PROBLEMS } from '../http/api-docs.js';
import { PlacementDto, PlacementResponse } from '../reactions/placement.dto.js';

@ApiTags('reviews')
@Controller('v1/reviews/comments')
@UseGuards(ModeratorGuard)
@RequiresRole('moderator')
export class CommentPlacementController {
  constructor(
    private readonly history: HistoryService,
    private readonly placement: PlacementService,
  ) {}

  @Put(':id/placement')
  @ApiCommentId()
  @ApiOperation({ summary: 'Pin or feature a comment, as a moderator' })
  @ApiResponse({ status: 200, type: PlacementResponse, description: 'As it is now.' })
  @ApiSignedIn(...BODY_PROBLEMS, 'COMMENT_NOT_FOUND')
  async place(
    @CurrentModerator() me: SignedIn,
    @Param('id', CommentId) id: string,
    @Body() dto: PlacementDto,
  ): Promise<PlacementResponse> {
    const ref = await this.history.locate(sitesWith(me, 'moderator'), id);
    return this.placement.place({ ...ref, by: me.id }, dto);
  }
}
