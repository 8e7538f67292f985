import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { REPORT_REASONS, type ReportReason } from '#contract';
import { SubmittedAuthorDto } from '../comments/submit-comment.dto.js';
import { IsText } from '../http/is-text.js';

/** The longest texts, in characters. */
const LIMITS = { detail: 500, appeal: 1000 } as const;

export class ReporterDto extends PickType(SubmittedAuthorDto, ['name', 'email'] as const) {}

export class ReportDto {
  @ApiProperty({ enum: REPORT_REASONS, description: 'What is wrong with the comment.' })
  @IsIn(REPORT_REASONS, { message: `must be one of ${REPORT_REASONS.join(', ')}` })
  reason!: ReportReason;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: LIMITS.detail,
    description: 'More about it, for moderators.',
  })
  @IsOptional()
  @IsText({ maximum: LIMITS.detail, lines: true })
  detail?: string | null;

  @ApiPropertyOptional({
    type: ReporterDto,
    nullable: true,
    description:
      'Who reports, as comments name their authors: required with the secret key, and of no worth without it, where the reader’s address counts.',
  })
  @IsOptional()
  @IsObject({ message: 'must be an object' })
  @ValidateNested()
  @Type(() => ReporterDto)
  reporter?: ReporterDto | null;
}

export class ReportResponse {
  @ApiProperty({ format: 'uuid' })
  comment!: string;

  @ApiProperty({ description: 'Whether the same reader had reported it before.' })
  repeated!: boolean;
}

export class AppealDto {
  @ApiProperty({
    minLength: 1,
    maxLength: LIMITS.appeal,
    description: 'Why the comment should be published, for moderators.',
  })
  @IsText({ maximum: LIMITS.appeal, lines: true })
  text!: string;
}

export class AppealTakenResponse {
  @ApiProperty({ format: 'uuid' })
  comment!: string;
}
