import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { IsText } from '../http/is-text.js';
import { IsId } from '../http/page-query.js';

/** As many as there are digits to press. */
const MOST_REASONS = 9;
const LIMITS = { title: 60, authorText: 500 } as const;

export class WrittenReasonDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Of the reason that is kept.' })
  @IsId('must be the id of a reason, a UUID')
  id?: string;

  @ApiPropertyOptional({ description: 'As it was read; the order of the list is what counts.' })
  @IsOptional()
  position?: number;

  @ApiProperty({
    minLength: 1,
    maxLength: LIMITS.title,
    description: 'What moderators choose it by.',
  })
  @IsText({ maximum: LIMITS.title, lines: false })
  title!: string;

  @ApiProperty({
    minLength: 1,
    maxLength: LIMITS.authorText,
    description: 'What the author is told; plain text.',
  })
  @IsText({ maximum: LIMITS.authorText, lines: true })
  authorText!: string;
}

export class WriteReasonsDto {
  @ApiProperty({
    type: [WrittenReasonDto],
    maxItems: MOST_REASONS,
    description: 'All of them, in the order of their digits.',
  })
  @ValidateNested({ each: true })
  // ValidateNested takes a list within the list for an object.
  @IsObject({ each: true, message: 'must be a list of objects' })
  @Type(() => WrittenReasonDto)
  @ArrayMaxSize(MOST_REASONS, { message: `must not have more than ${MOST_REASONS} entries` })
  // Runs first: what is no list has no entries.
  @IsArray({ message: 'must be a list' })
  reasons!: WrittenReasonDto[];
}
