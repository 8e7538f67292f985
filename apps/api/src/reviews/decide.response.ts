import { ApiProperty } from '@nestjs/swagger';
import {
  COMMENT_STATUSES,
  type CommentStatus,
  CONFLICT_CODES,
  type ConflictCode,
  type DecideResult,
  REVIEW_ACTIONS,
  type ReviewAction,
  type ReviewConflict,
  type UndoResult,
} from '#contract';
import { ModeratorNameResponse } from '../review-tools/review-comment.response.js';

export class MovedItemResponse {
  @ApiProperty({ format: 'uuid', description: 'The item; the comment, where there was none.' })
  id!: string;

  @ApiProperty({
    description: 'The item’s version by now; the comment’s revision, where there was none.',
  })
  version!: number;

  @ApiProperty({ enum: COMMENT_STATUSES })
  status!: CommentStatus;
}

export class ReviewConflictResponse implements ReviewConflict {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: CONFLICT_CODES })
  code!: ConflictCode;

  @ApiProperty({ description: 'By whom, how and when, as one English sentence.' })
  detail!: string;

  @ApiProperty({ type: ModeratorNameResponse, nullable: true })
  by!: ModeratorNameResponse | null;

  @ApiProperty({ enum: REVIEW_ACTIONS, nullable: true })
  action!: ReviewAction | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  at!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  version!: number | null;
}

export class DecideResponse implements DecideResult {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'To undo it by.' })
  id!: string | null;

  @ApiProperty({ type: [MovedItemResponse] })
  decided!: MovedItemResponse[];

  @ApiProperty({ type: [ReviewConflictResponse], description: 'What was left as it is.' })
  conflicts!: ReviewConflictResponse[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  undoableUntil!: string | null;
}

export class UndoResponse implements UndoResult {
  @ApiProperty({ type: [MovedItemResponse] })
  restored!: MovedItemResponse[];

  @ApiProperty({ type: [ReviewConflictResponse], description: 'What others have moved on since.' })
  conflicts!: ReviewConflictResponse[];
}
