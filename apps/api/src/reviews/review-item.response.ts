import { ApiProperty } from '@nestjs/swagger';
import {
  type Actor,
  ACTORS,
  type ExplainedFinding,
  LABELS,
  type Label,
  type ReportReason,
  type ReportSummary,
  REVIEW_ACTIONS,
  REVIEW_KINDS,
  type ReviewAction,
  type ReviewClaim,
  type ReviewDecision,
  type ReviewItem,
  type ReviewKind,
  type ReviewRejection,
} from '#contract';
import { FindingResponse, TextSpanResponse } from '../comments/comment.response.js';
import {
  AuthorSummaryResponse,
  ModeratorNameResponse,
  ReviewCommentResponse,
} from '../review-tools/review-comment.response.js';
import { ReviewNoteResponse } from '../review-tools/review-note.response.js';

export class ExplainedFindingResponse extends FindingResponse implements ExplainedFinding {
  @ApiProperty({ description: 'The reason as an English sentence.' })
  explanation!: string;
}

export class ReportSummaryResponse implements ReportSummary {
  @ApiProperty()
  count!: number;

  @ApiProperty({ description: 'The sum of the reporters’ weights.' })
  weight!: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  reasons!: Partial<Record<ReportReason, number>>;

  @ApiProperty({ type: [String], description: 'Newest first, five at most.' })
  details!: string[];
}

export class ReviewAppealResponse {
  @ApiProperty()
  text!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class ItemCampaignResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  size!: number;
}

export class ReviewClaimResponse implements ReviewClaim {
  @ApiProperty({ type: ModeratorNameResponse })
  by!: ModeratorNameResponse;

  @ApiProperty({ format: 'date-time' })
  until!: string;
}

export class DecisionReasonResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;
}

export class ReviewDecisionResponse implements ReviewDecision {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'To undo it by.' })
  batchId!: string | null;

  @ApiProperty({ enum: REVIEW_ACTIONS })
  action!: ReviewAction;

  @ApiProperty({ type: ModeratorNameResponse, nullable: true })
  by!: ModeratorNameResponse | null;

  @ApiProperty({ type: DecisionReasonResponse, nullable: true })
  reason!: DecisionReasonResponse | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  undoableUntil!: string | null;
}

export class ReviewRejectionResponse implements ReviewRejection {
  @ApiProperty({ enum: ACTORS })
  actor!: Actor;

  @ApiProperty({ type: ModeratorNameResponse, nullable: true })
  by!: ModeratorNameResponse | null;

  @ApiProperty({
    type: DecisionReasonResponse,
    nullable: true,
    description: 'The canned reason that the author was told.',
  })
  rejectReason!: DecisionReasonResponse | null;

  @ApiProperty({ example: 'SCORED_THREAT' })
  reason!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  details!: Record<string, string | number>;

  @ApiProperty({ description: 'The reason as an English sentence.' })
  explanation!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class ReviewItemResponse implements ReviewItem {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Grows with every change; to be named by a decision.' })
  version!: number;

  @ApiProperty({ enum: REVIEW_KINDS })
  kind!: ReviewKind;

  @ApiProperty({ type: ReviewCommentResponse })
  comment!: ReviewCommentResponse;

  @ApiProperty({ type: AuthorSummaryResponse, nullable: true })
  author!: AuthorSummaryResponse | null;

  @ApiProperty({ example: 'LINK_BLOCKED' })
  reason!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  })
  details!: Record<string, string | number>;

  @ApiProperty({ description: 'The reason as an English sentence, with the words that made it.' })
  explanation!: string;

  @ApiProperty({ enum: LABELS, nullable: true })
  label!: Label | null;

  @ApiProperty({ type: Number, minimum: 0, maximum: 1, nullable: true })
  score!: number | null;

  @ApiProperty({ type: [TextSpanResponse], description: 'In order, not overlapping.' })
  spans!: TextSpanResponse[];

  @ApiProperty({ type: [ExplainedFindingResponse] })
  findings!: ExplainedFindingResponse[];

  @ApiProperty({ type: Number, nullable: true })
  policyVersion!: number | null;

  @ApiProperty({ type: ReportSummaryResponse, nullable: true })
  reports!: ReportSummaryResponse | null;

  @ApiProperty({ type: ReviewAppealResponse, nullable: true })
  appeal!: ReviewAppealResponse | null;

  @ApiProperty({
    type: ReviewRejectionResponse,
    nullable: true,
    description: 'What the appeal is against.',
  })
  rejection!: ReviewRejectionResponse | null;

  @ApiProperty({ type: [ReviewNoteResponse], description: 'Newest first, three at most.' })
  notes!: ReviewNoteResponse[];

  @ApiProperty({ type: ItemCampaignResponse, nullable: true })
  campaign!: ItemCampaignResponse | null;

  @ApiProperty({ type: ReviewClaimResponse, nullable: true })
  claim!: ReviewClaimResponse | null;

  @ApiProperty({ type: ReviewDecisionResponse, nullable: true })
  decision!: ReviewDecisionResponse | null;

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;
}
