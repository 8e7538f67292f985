import { Body, Controller, Get, Put, Query, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { RejectReason } from '#contract';
import { ReasonsService } from '#reasons';
import { ApiSignedIn } from '../accounts/api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
} from '../accounts/moderator.guard.js';
import { OneSiteDto } from '../accounts/one-site.dto.js';
import { oneSite } from '../accounts/one-site.js';
import { BODY_PROBLEMS } from '../http/api-docs.js';
import { WriteReasonsDto } from './write-reasons.dto.js';

export class RejectReasonResponse implements RejectReason {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ minimum: 1, maximum: 9, description: 'Its digit on the keyboard.' })
  position!: number;

  @ApiProperty({ example: 'Personal attack' })
  title!: string;

  @ApiProperty({ description: 'What the author is told; plain text.' })
  authorText!: string;
}

@ApiTags('reviews')
@Controller('v1/reviews/reasons')
@UseGuards(ModeratorGuard)
@RequiresRole('moderator')
export class ReasonsController {
  constructor(private readonly reasons: ReasonsService) {}

  @Get()
  @ApiOperation({
    summary: 'The canned reasons of a site; the shipped ones until it writes its own',
  })
  @ApiResponse({ status: 200, type: [RejectReasonResponse], description: 'In their order.' })
  @ApiSignedIn('VALIDATION_FAILED')
  list(
    @CurrentModerator() me: SignedIn,
    @Query() { site }: OneSiteDto,
  ): Promise<RejectReasonResponse[]> {
    return this.reasons.list(oneSite(me, 'moderator', site));
  }

  @Put()
  @RequiresRole('lead')
  @ApiOperation({
    summary: 'Replace the canned reasons of a site, in this order',
    description:
      'A reason with its id and its words is kept; with other words it becomes a new one. What is left out is archived: decisions go on naming it.',
  })
  @ApiResponse({ status: 200, type: [RejectReasonResponse], description: 'As they are now.' })
  @ApiSignedIn(...BODY_PROBLEMS)
  replace(
    @CurrentModerator() me: SignedIn,
    @Query() { site }: OneSiteDto,
    @Body() { reasons }: WriteReasonsDto,
  ): Promise<RejectReasonResponse[]> {
    return this.reasons.replace(oneSite(me, 'lead', site), reasons, me.id);
  }
}
