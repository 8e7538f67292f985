import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type Actor,
  ACTORS,
  COMMENT_STATUSES,
  type CommentDecision,
  type CommentDetail,
  type CommentStatus,
  type Finding,
  type FindingOutcome,
  type Label,
  LABELS,
  type Rejection,
  type SubmitCommentResult,
  type TextSpan,
} from '#contract';

export class SubmitCommentResponse implements SubmitCommentResult {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7.' })
  id!: string;

  @ApiProperty({ enum: COMMENT_STATUSES })
  status!: CommentStatus;

  @ApiProperty({ example: '/v1/comments/019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b' })
  statusUrl!: string;

  @ApiProperty({
    description: 'Proof of authorship: send it as X-Author-Token to edit or delete the comment.',
  })
  authorToken!: string;
}

export class TextSpanResponse implements TextSpan {
  @ApiProperty({ description: 'UTF-16 offset of the first code unit.' })
  start!: number;

  @ApiProperty({ description: 'UTF-16 offset behind the last code unit.' })
  end!: number;
}

export class FindingResponse implements Finding {
  @ApiProperty({ example: 'links' })
  check!: string;

  @ApiProperty({ example: '1' })
  version!: string;

  @ApiProperty({ enum: LABELS, nullable: true, description: 'null when the check could not run.' })
  label!: Label | null;

  @ApiProperty({ type: Number, minimum: 0, maximum: 1, nullable: true })
  score!: number | null;

  @ApiProperty({
    type: Number,
    minimum: 0,
    maximum: 1,
    nullable: true,
    description: 'The threshold that the score reached, else the next one.',
  })
  threshold!: number | null;

  @ApiProperty({ enum: ['none', 'hold', 'reject'] })
  outcome!: FindingOutcome;

  @ApiProperty({ type: [TextSpanResponse] })
  spans!: TextSpanResponse[];

  @ApiProperty({ example: 'LINK_BLOCKED' })
  reason!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  })
  details!: Record<string, string | number>;

  @ApiProperty({ description: 'How long the check took.' })
  milliseconds!: number;
}

export class CommentDecisionResponse implements CommentDecision {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  revision!: number;

  @ApiProperty({ enum: COMMENT_STATUSES })
  from!: CommentStatus;

  @ApiProperty({ enum: COMMENT_STATUSES })
  to!: CommentStatus;

  @ApiProperty({ enum: ACTORS })
  actor!: Actor;

  @ApiProperty({ example: 'LINK_BLOCKED' })
  reason!: string;

  @ApiProperty({ description: 'The reason as an English sentence.' })
  explanation!: string;

  @ApiProperty({ type: Number, nullable: true, description: '0 is the shipped policy.' })
  policyVersion!: number | null;

  @ApiProperty({ format: 'date-time' })
  decidedAt!: string;
}

export class RejectionResponse implements Rejection {
  @ApiProperty({ example: 'Off topic' })
  title!: string;

  @ApiProperty({ description: 'Plain text.' })
  text!: string;
}

/** `authorId`, `decision` and `findings` are for the site's secret key alone. */
export class CommentResponse implements Omit<CommentDetail, 'authorId' | 'decision' | 'findings'> {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'The site’s own id of the article.' })
  article!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId!: string | null;

  @ApiProperty({ enum: COMMENT_STATUSES })
  status!: CommentStatus;

  @ApiProperty({
    description: 'Whether readers see it: it and every comment above it are published.',
  })
  shown!: boolean;

  @ApiProperty({ description: '1 for the comment as it was posted; each edit adds one.' })
  revision!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  editedAt!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'For readers only while it is shown.',
  })
  body!: string | null;

  @ApiProperty({ type: String, nullable: true })
  authorName!: string | null;

  @ApiProperty({
    type: RejectionResponse,
    nullable: true,
    description:
      'What a moderator who rejected it tells its author. For the author and the site alone.',
  })
  rejection!: RejectionResponse | null;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Secret key only.',
  })
  authorId?: string | null;

  @ApiPropertyOptional({
    type: CommentDecisionResponse,
    nullable: true,
    description: 'The latest decision. Secret key only.',
  })
  decision?: CommentDecisionResponse | null;

  @ApiPropertyOptional({
    type: [FindingResponse],
    description: 'What the checks found at the latest verdict. Secret key only.',
  })
  findings?: FindingResponse[];
}
