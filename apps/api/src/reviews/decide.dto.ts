import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { REVIEW_ACTIONS, type ReviewAction } from '#contract';
import { IsText } from '../http/is-text.js';
import { IsId } from '../http/page-query.js';

const MOST_ITEMS = 200;
const NOTE_CHARACTERS = 2000;
const LARGEST = 2_147_483_647;

const Counted = (description: string) =>
  applyDecorators(
    ApiProperty({ minimum: 1, description }),
    IsInt({ message: 'must be a whole number' }),
    Min(1, { message: 'must not be less than 1' }),
    Max(LARGEST, { message: 'is too large' }),
  );

export class SeenItemDto {
  @ApiProperty({ format: 'uuid', description: 'The id of the review item.' })
  @IsUUID(undefined, { message: 'must be the id of a review item, a UUID' })
  id!: string;

  @Counted('The version that was seen.')
  version!: number;
}

class DecisionDto {
  @ApiProperty({ enum: REVIEW_ACTIONS, description: 'What becomes of the comments.' })
  @IsIn(REVIEW_ACTIONS, { message: `must be one of ${REVIEW_ACTIONS.join(', ')}` })
  action!: ReviewAction;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The id of one of the site’s reasons; needed to reject.',
  })
  @IsId('must be the id of a reason, a UUID')
  reason?: string;

  @ApiPropertyOptional({ maxLength: NOTE_CHARACTERS, description: 'A note for other moderators.' })
  @IsOptional()
  @IsText({ maximum: NOTE_CHARACTERS, lines: true })
  note?: string;
}

/** Items, or a campaign: one of them. */
export class DecideDto extends DecisionDto {
  @ApiPropertyOptional({
    type: [SeenItemDto],
    minItems: 1,
    maxItems: MOST_ITEMS,
    description: 'The items to decide, each once, as they were seen.',
  })
  @IsOptional()
  // ValidateNested takes a list within the list for an object.
  @IsObject({ each: true, message: 'must be a list of objects' })
  @IsArray({ message: 'must be a list' })
  @ArrayMinSize(1, { message: 'must not be empty' })
  @ArrayMaxSize(MOST_ITEMS, { message: `must not have more than ${MOST_ITEMS} entries` })
  @ArrayUnique((item?: Partial<SeenItemDto>) => item?.id, { message: 'must name each item once' })
  @ValidateNested({ each: true })
  @Type(() => SeenItemDto)
  items?: SeenItemDto[];

  @ApiPropertyOptional({
    format: 'uuid',
    description:
      'In place of items: the id of a campaign, to decide all of it that nobody else has claimed.',
  })
  @IsId('must be the id of a campaign, a UUID')
  campaign?: string;
}

export class DecideCommentDto extends DecisionDto {
  @Counted('The revision that was seen.')
  revision!: number;
}

export class ReleaseDto {
  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    maxItems: MOST_ITEMS,
    description: 'The ids of the items to give back; all without it.',
  })
  @IsOptional()
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(MOST_ITEMS, { message: `must not have more than ${MOST_ITEMS} entries` })
  @IsUUID(undefined, { each: true, message: 'must hold ids of review items' })
  items?: string[];
}
