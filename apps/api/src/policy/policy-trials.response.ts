import { ApiProperty } from '@nestjs/swagger';
import {
  type ExplainedVerdict,
  type LatestTrial,
  type PolicyTrial,
  type RetriedComment,
  TRIED_STATUSES,
  type TriedStatus,
  type TriedVerdict,
} from '#contract';
import { TextSpanResponse } from '../comments/comment.response.js';
import { ReviewCommentResponse } from '../review-tools/review-comment.response.js';
import { ExplainedFindingResponse } from '../reviews/review-item.response.js';

export class TriedVerdictResponse implements TriedVerdict {
  @ApiProperty({
    enum: TRIED_STATUSES,
    description: 'refused: the policy takes no comments, so that nobody could post it.',
  })
  status!: TriedStatus;

  @ApiProperty({ example: 'SCORED_INSULT' })
  reason!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  })
  details!: Record<string, string | number>;

  @ApiProperty({ description: 'The reason as an English sentence, with the words that made it.' })
  explanation!: string;

  @ApiProperty({ type: [TextSpanResponse], description: 'In order, not overlapping.' })
  spans!: TextSpanResponse[];
}

export class ExplainedVerdictResponse extends TriedVerdictResponse implements ExplainedVerdict {
  @ApiProperty({ type: [ExplainedFindingResponse] })
  findings!: ExplainedFindingResponse[];
}

export class PolicyTrialResponse implements PolicyTrial {
  @ApiProperty({ description: 'The text as it was judged; spans are offsets into it.' })
  body!: string;

  @ApiProperty({ description: 'Of the policy in force; 0 is the shipped policy.' })
  version!: number;

  @ApiProperty({ type: ExplainedVerdictResponse })
  inForce!: ExplainedVerdictResponse;

  @ApiProperty({
    type: ExplainedVerdictResponse,
    nullable: true,
    description: 'null where no draft was given.',
  })
  draft!: ExplainedVerdictResponse | null;
}

export class RetriedCommentResponse implements RetriedComment {
  @ApiProperty({ type: ReviewCommentResponse })
  comment!: ReviewCommentResponse;

  @ApiProperty({ type: TriedVerdictResponse })
  inForce!: TriedVerdictResponse;

  @ApiProperty({ type: TriedVerdictResponse })
  draft!: TriedVerdictResponse;
}

export class LatestTrialResponse implements LatestTrial {
  @ApiProperty({ description: 'Of the policy in force; 0 is the shipped policy.' })
  version!: number;

  @ApiProperty({ description: 'How many comments were looked at.' })
  looked!: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the oldest of them was posted.',
  })
  since!: string | null;

  @ApiProperty({
    type: [String],
    description: 'What differs in the draft and would take a new check to answer for.',
    example: ['flood.author.perMinute'],
  })
  unanswered!: string[];

  @ApiProperty({
    type: [RetriedCommentResponse],
    description: 'Those that would be decided otherwise, newest first.',
  })
  comments!: RetriedCommentResponse[];
}
