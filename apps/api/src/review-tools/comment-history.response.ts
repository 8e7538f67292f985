import { ApiProperty } from '@nestjs/swagger';
import {
  type Actor,
  ACTORS,
  type CommentHistory,
  HISTORY_EVENTS,
  type HistoryDecision,
  type HistoryEvent,
  type HistoryEventName,
} from '#contract';
import { CommentDecisionResponse } from '../comments/comment.response.js';
import { PlacementResponse } from '../reactions/placement.dto.js';
import {
  DecisionReasonResponse,
  ExplainedFindingResponse,
  ReportSummaryResponse,
  ReviewAppealResponse,
  ReviewItemResponse,
} from '../reviews/review-item.response.js';
import {
  AuthorSummaryResponse,
  ModeratorNameResponse,
  ReviewCommentResponse,
} from './review-comment.response.js';
import { ReviewNoteResponse } from './review-note.response.js';

export class CommentRevisionResponse {
  @ApiProperty()
  revision!: number;

  @ApiProperty()
  body!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ type: [ExplainedFindingResponse] })
  findings!: ExplainedFindingResponse[];
}

export class HistoryDecisionResponse extends CommentDecisionResponse implements HistoryDecision {
  @ApiProperty({ type: ModeratorNameResponse, nullable: true })
  by!: ModeratorNameResponse | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  details!: Record<string, string | number>;

  @ApiProperty({ type: DecisionReasonResponse, nullable: true })
  rejectReason!: DecisionReasonResponse | null;

  @ApiProperty({ description: 'Whether it was taken back.' })
  undone!: boolean;
}

export class HistoryEventResponse implements HistoryEvent {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: HISTORY_EVENTS })
  event!: HistoryEventName;

  @ApiProperty({ enum: ACTORS })
  actor!: Actor;

  @ApiProperty({ type: ModeratorNameResponse, nullable: true })
  by!: ModeratorNameResponse | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class CommentHistoryResponse implements CommentHistory {
  @ApiProperty({ type: ReviewCommentResponse })
  comment!: ReviewCommentResponse;

  @ApiProperty({ type: AuthorSummaryResponse, nullable: true })
  author!: AuthorSummaryResponse | null;

  @ApiProperty({ type: PlacementResponse })
  placement!: PlacementResponse;

  @ApiProperty({
    type: ReviewItemResponse,
    nullable: true,
    description: 'The open review item, or the latest closed one.',
  })
  item!: ReviewItemResponse | null;

  @ApiProperty({ type: [CommentRevisionResponse], description: 'Newest first.' })
  revisions!: CommentRevisionResponse[];

  @ApiProperty({ type: [HistoryDecisionResponse], description: 'Newest first.' })
  decisions!: HistoryDecisionResponse[];

  @ApiProperty({ type: [ReviewNoteResponse], description: 'Newest first.' })
  notes!: ReviewNoteResponse[];

  @ApiProperty({
    type: [HistoryEventResponse],
    description: 'What happened besides decisions and notes, newest first.',
  })
  events!: HistoryEventResponse[];

  @ApiProperty({
    type: ReportSummaryResponse,
    nullable: true,
    description: 'What readers reported since the last decision.',
  })
  reports!: ReportSummaryResponse | null;

  @ApiProperty({ type: ReviewAppealResponse, nullable: true })
  appeal!: ReviewAppealResponse | null;
}
