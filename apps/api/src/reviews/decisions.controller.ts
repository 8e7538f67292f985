import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type DecideCommand, DecisionsService, UndoService } from '#reviews';
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
import { validationFailed } from '../http/validation.js';
import { DecideCommentDto, DecideDto } from './decide.dto.js';
import { DecideResponse, UndoResponse } from './decide.response.js';
import { ApiDecisionId, DecisionId } from './review-item-id.pipe.js';

@ApiTags('reviews')
@Controller('v1/reviews')
@UseGuards(ModeratorGuard)
@RequiresRole('moderator')
export class DecisionsController {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly undos: UndoService,
  ) {}

  @Post('decisions')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve or reject items, or all of a campaign' })
  @ApiResponse({
    status: 200,
    type: DecideResponse,
    description: 'What was decided, and what was not because somebody was faster.',
  })
  @ApiSignedIn(...BODY_PROBLEMS, 'REASON_REQUIRED', 'REASON_NOT_FOUND')
  decide(@CurrentModerator() me: SignedIn, @Body() dto: DecideDto): Promise<DecideResponse> {
    const { items, campaign } = dto;
    const command = commandOf(me, dto);
    if (items !== undefined && campaign === undefined) {
      const seen = items.map(({ id, version }) => ({ id: id.toLowerCase(), version }));
      return this.decisions.decide(command, seen);
    }
    if (items === undefined && campaign !== undefined) {
      return this.decisions.decideCampaign(command, campaign);
    }
    const message = 'must be given, or a campaign, and not both';
    throw validationFailed([{ field: 'items', rule: 'isDefined', message }]);
  }

  @Post('decisions/:id/undo')
  @HttpCode(200)
  @ApiDecisionId()
  @ApiOperation({ summary: 'Take decisions back, as long as that is possible' })
  @ApiResponse({
    status: 200,
    type: UndoResponse,
    description: 'What is open again, claimed by who took it back.',
  })
  @ApiSignedIn('DECISION_NOT_FOUND', 'UNDO_OVER')
  undo(
    @CurrentModerator() me: SignedIn,
    @Param('id', DecisionId) id: string,
  ): Promise<UndoResponse> {
    const siteIds = sitesWith(me, 'moderator');
    return this.undos.undo({ by: me, siteIds, leadSiteIds: sitesWith(me, 'lead') }, id);
  }

  @Post('comments/:id/decisions')
  @HttpCode(200)
  @ApiCommentId()
  @ApiOperation({ summary: 'Approve or reject any comment, whether it waits or not' })
  @ApiResponse({
    status: 200,
    type: DecideResponse,
    description: 'The decision, or who was faster.',
  })
  @ApiSignedIn(...BODY_PROBLEMS, 'COMMENT_NOT_FOUND', 'REASON_REQUIRED', 'REASON_NOT_FOUND')
  decideComment(
    @CurrentModerator() me: SignedIn,
    @Param('id', CommentId) id: string,
    @Body() dto: DecideCommentDto,
  ): Promise<DecideResponse> {
    return this.decisions.decideComment(commandOf(me, dto), { id, revision: dto.revision });
  }
}

function commandOf(me: SignedIn, dto: DecideDto | DecideCommentDto): DecideCommand {
  return {
    by: { id: me.id, name: me.name },
    siteIds: sitesWith(me, 'moderator'),
    action: dto.action,
    reasonId: dto.reason ?? null,
    note: dto.note ?? null,
  };
}
