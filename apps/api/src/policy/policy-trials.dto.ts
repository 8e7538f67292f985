import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { AUTHOR_STANDINGS, type AuthorStanding } from '#contract';
import { SubmitCommentDto } from '../comments/submit-comment.dto.js';
import { IsLimit } from '../http/page-query.js';
import { PolicyDto } from './policy.dto.js';

/** A text, and a policy that is not in force. */
export class TryPolicyDto extends PickType(SubmitCommentDto, ['body'] as const) {
  @ApiPropertyOptional({
    type: PolicyDto,
    nullable: true,
    description: 'The draft, as it would be written. For leads; without it, only what is in force.',
  })
  @IsOptional()
  @IsObject({ message: 'must be an object' })
  @ValidateNested()
  @Type(() => PolicyDto)
  policy?: PolicyDto | null;

  @ApiPropertyOptional({
    enum: AUTHOR_STANDINGS,
    default: 'known',
    description: 'As whose comment it is judged.',
  })
  @IsOptional()
  @IsIn(AUTHOR_STANDINGS, { message: `must be one of ${AUTHOR_STANDINGS.join(', ')}` })
  author: AuthorStanding = 'known';
}

/** Comments that are looked at: unless told otherwise, and at most. */
const LATEST = 100;

export class TryLatestDto {
  @ApiProperty({ type: PolicyDto, description: 'The draft, as it would be written.' })
  @IsObject({ message: 'must be an object' })
  @IsDefined({ message: 'is required' })
  @ValidateNested()
  @Type(() => PolicyDto)
  policy!: PolicyDto;

  @IsLimit({ usual: LATEST, longest: LATEST, description: 'Comments that are looked at.' })
  limit: number = LATEST;
}
