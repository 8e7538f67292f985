import { ApiProperty } from '@nestjs/swagger';
import type { ReviewNote } from '#contract';
import { ModeratorNameResponse } from './review-comment.response.js';

export class ReviewNoteResponse implements ReviewNote {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: ModeratorNameResponse, nullable: true })
  by!: ModeratorNameResponse | null;

  @ApiProperty()
  text!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}
