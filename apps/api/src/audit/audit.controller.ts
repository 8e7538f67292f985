import { Controller, Get, Query, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readAudit } from '#audit';
import { Database } from '#database';
import { ApiSignedIn } from '../accounts/api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
  sitesWith,
} from '../accounts/moderator.guard.js';
import { AuditPageResponse } from '../review-tools/audit-entry.response.js';
import { auditFile, auditFileName } from './audit-export.js';
import { AuditExportQuery, AuditQuery } from './audit.query.js';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
} as const;

@ApiTags('audit')
@Controller('v1/audit')
@UseGuards(ModeratorGuard)
@RequiresRole('moderator')
export class AuditController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({ summary: 'Everything that was done: every move of a comment, and all else' })
  @ApiResponse({ status: 200, type: AuditPageResponse, description: 'One page.' })
  @ApiSignedIn('VALIDATION_FAILED')
  read(
    @CurrentModerator() me: SignedIn,
    @Query() { site, cursor, limit, ...filter }: AuditQuery,
  ): Promise<AuditPageResponse> {
    const siteIds = sitesWith(me, 'moderator', site);
    return readAudit(this.database, { ...filter, siteIds }, cursor ?? null, limit);
  }

  @Get('export')
  @RequiresRole('lead')
  @ApiOperation({ summary: 'The trail as a file, for sites where one is lead' })
  @ApiResponse({
    status: 200,
    description: 'Newest first: CSV with a header, or one JSON object a line, as in the pages.',
    content: { 'text/csv': { schema: { type: 'string' } }, 'application/jsonl': {} },
  })
  @ApiSignedIn('VALIDATION_FAILED')
  export(
    @CurrentModerator() me: SignedIn,
    @Query() { site, format, from, to = new Date() }: AuditExportQuery,
    @Res() reply: FastifyReply,
  ): void {
    const filter = { siteIds: sitesWith(me, 'lead', site), from, to };
    void reply
      .header('content-type', TYPES[format])
      .header('content-disposition', `attachment; filename="${auditFileName(filter, format)}"`)
      .send(auditFile(this.database, filter, format));
  }
}
