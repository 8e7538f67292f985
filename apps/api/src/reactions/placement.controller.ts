import { Body, Controller, Param, Put, UseGuards } from '@nestjs/common';
import {
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { IsBoolean, ValidateIf } from 'class-validator';
import { type Placement, PlacementService } from '#threads';
import { ApiCommentId, CommentId } from '../comments/comment-id.pipe.js';
import { ApiProblems, BODY_PROBLEMS } from '../http/api-docs.js';
import { type Caller, CurrentCaller, RequiresSecret } from '../http/caller.js';
import { SiteGuard } from '../http/site.guard.js';

const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

class PlacementDto implements Partial<Placement> {
  @ApiPropertyOptional({ description: 'Above all others of its article; top comments only.' })
  @ValidateIf(isGiven)
  @IsBoolean({ message: 'must be true or false' })
  pinned?: boolean;

  @ApiPropertyOptional({ description: 'Set off by a mark.' })
  @ValidateIf(isGiven)
  @IsBoolean({ message: 'must be true or false' })
  featured?: boolean;
}

class PlacementResponse implements Placement {
  @ApiProperty()
  pinned!: boolean;

  @ApiProperty()
  featured!: boolean;
}

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
    @Param('id', CommentId) id: string,
    @Body() dto: PlacementDto,
  ): Promise<PlacementResponse> {
    return this.placement.place(site.id, id, dto);
  }
}
