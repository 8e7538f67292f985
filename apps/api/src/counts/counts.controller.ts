import { Controller, Get, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LiveCounts } from '#counts';
import { ApiProblems, ApiSiteKeys } from '../http/api-docs.js';
import { type Caller, CurrentCaller } from '../http/caller.js';
import { LimitedTo } from '../http/limited.js';
import { SiteGuard } from '../http/site.guard.js';
import { CountsQuery } from './counts.query.js';
import { KeptAnswers } from './kept-answers.js';

class CountsResponse {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 0 },
    example: { 'city-council-budget': 12, 'marathon-route': 0 },
  })
  counts!: Record<string, number>;
}

@ApiTags('counts')
@Controller('v1/counts')
@UseGuards(SiteGuard)
export class CountsController {
  constructor(
    private readonly counts: LiveCounts,
    private readonly answers: KeptAnswers,
  ) {}

  @Get()
  @ApiSiteKeys('read')
  @ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The ETag of the counts that are known; 304 while they are the same.',
  })
  @ApiOperation({ summary: 'How many comments are shown under each article' })
  @ApiResponse({
    status: 200,
    type: CountsResponse,
    description: 'A count for every article asked for; 0 for one that is not known.',
  })
  @ApiResponse({ status: 304, description: 'Nothing has changed since the ETag in If-None-Match.' })
  @LimitedTo('reads')
  @ApiProblems('VALIDATION_FAILED')
  async read(
    @CurrentCaller() { site, vouched }: Caller,
    @Query() { article }: CountsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.counts.readKept(site.id, [...new Set(article)]);
    this.answers.answer(request, reply, { answer, vouched });
  }
}
