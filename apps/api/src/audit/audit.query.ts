import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Actor, ACTORS } from '#contract';
import { ARTICLE_LIMITS } from '../comments/submit-comment.dto.js';
import { IsMoment } from '../http/is-moment.js';
import { IsText } from '../http/is-text.js';
import { IsId, OfSiteQuery, PageQuery } from '../http/page-query.js';

/** The forms in which the trail is exported. */
export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export class AuditQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ACTORS, description: 'Who did it.' })
  @IsOptional()
  @IsIn(ACTORS, { message: `must be one of ${ACTORS.join(', ')}` })
  actor?: Actor;

  @ApiPropertyOptional({ format: 'uuid', description: 'The id of a moderator.' })
  @IsId('must be the id of a moderator, a UUID')
  moderator?: string;

  @ApiPropertyOptional({ example: 'author.banned', maxLength: 60, description: 'What was done.' })
  @IsOptional()
  @IsText({ maximum: 60, lines: false })
  action?: string;

  @ApiPropertyOptional({
    description: 'The id of what it was done to: a comment, an author, a reason; or a section.',
    maxLength: ARTICLE_LIMITS.section,
  })
  @IsOptional()
  @IsText({ maximum: ARTICLE_LIMITS.section, lines: false })
  subject?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Then or later.' })
  @IsOptional()
  @IsMoment()
  from?: Date;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Before.' })
  @IsOptional()
  @IsMoment()
  to?: Date;

  @ApiPropertyOptional({ format: 'uuid', description: 'The `next` of the page before.' })
  @IsId('must be the `next` of a page')
  declare cursor?: string;
}

export class AuditExportQuery extends OfSiteQuery {
  @ApiPropertyOptional({
    enum: EXPORT_FORMATS,
    default: 'csv',
    description: 'A table for spreadsheets, or one JSON object a line.',
  })
  @IsOptional()
  @IsIn(EXPORT_FORMATS, { message: `must be one of ${EXPORT_FORMATS.join(', ')}` })
  format: ExportFormat = 'csv';

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Then or later.' })
  @IsOptional()
  @IsMoment()
  from?: Date;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'Before; the moment of the request unless told otherwise.',
  })
  @IsOptional()
  @IsMoment()
  to?: Date;
}
