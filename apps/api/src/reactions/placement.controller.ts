import { Body, Controller, Param, Put, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PlacementService } from '#threads';
import { ApiCommentId, CommentId } from '../comments/comment-id.pipe.js';
import { ApiProblems, BODY_PROBLEMS } from '../http/api-docs.js';
import { type Caller, CurrentCaller, RequiresSecret } from '../http/caller.js';
import { SiteGuard } from '../http/site.guard.js';
import { PlacementDto, PlacementResponse } from './placement.dto.js';

@ApiTags('threads')
@Controller('v1/comments')
@UseGuards(SiteGuard)
export class PlacementController {
  constructor(private readonly placement: PlacementService) {}

  @Put(':id/placement')
  @ApiCommentId()
  @RequiresSecret()
  @ApiOperation({ summary: 'Pin or feature a comment; what is left out stays as it is' })
  @ApiResponse({ status: 200, type: PlacementResponse, description: 'As it is now.' })
  @ApiProblems(...BODY_PROBLEMS, 'SECRET_KEY_REQUIRED', 'COMMENT_NOT_FOUND')
  place(
    @CurrentCaller() { site }: Caller,
    @Param('id', CommentId) commentId: string,
    @Body() dto: PlacementDto,
  ): Promise<PlacementResponse> {
    return this.placement.place({ siteId: site.id, commentId, by: null }, dto);
  }
}
