import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ClaimsService } from '#reviews';
import { ApiSignedIn } from '../accounts/api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
  sitesWith,
} from '../accounts/moderator.guard.js';
import { BODY_PROBLEMS } from '../http/api-docs.js';
import { ReleaseDto } from './decide.dto.js';
import { ClaimResponse, HeartbeatResponse } from './review-lists.response.js';
import { filterOf } from './review-filter.dto.js';
import { ClaimDto } from './review-queries.dto.js';

@ApiTags('reviews')
@Controller('v1/reviews/claims')
@UseGuards(ModeratorGuard)
@RequiresRole('moderator')
export class ClaimsController {
  constructor(private readonly claims: ClaimsService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Take the next items of a queue, for some minutes' })
  @ApiResponse({
    status: 200,
    type: ClaimResponse,
    description: 'What the moderator had claimed already, then the next that nobody has.',
  })
  @ApiSignedIn(...BODY_PROBLEMS)
  claim(@CurrentModerator() me: SignedIn, @Body() dto: ClaimDto): Promise<ClaimResponse> {
    const { queue, site, limit, except = [] } = dto;
    const siteIds = sitesWith(me, 'moderator', site);
    const query = { siteIds, queue, moderatorId: me.id, filter: filterOf(dto), except };
    return this.claims.claim(query, limit);
  }

  @Post('heartbeat')
  @HttpCode(200)
  @ApiOperation({ summary: 'Keep all that is claimed for some more minutes' })
  @ApiResponse({ status: 200, type: HeartbeatResponse, description: 'Until when.' })
  @ApiSignedIn()
  heartbeat(@CurrentModerator() me: SignedIn): Promise<HeartbeatResponse> {
    return this.claims.heartbeat(me.id);
  }

  @Post('release')
  @HttpCode(204)
  @ApiOperation({ summary: 'Give claimed items back' })
  @ApiNoContentResponse({ description: 'They are anybody’s again.' })
  @ApiSignedIn(...BODY_PROBLEMS)
  release(@CurrentModerator() me: SignedIn, @Body() { items }: ReleaseDto): Promise<void> {
    return this.claims.release(me.id, items ?? null);
  }
}
