import { ApiProperty } from '@nestjs/swagger';
import { type Actor, ACTORS, type AuditEntry, type AuditPage } from '#contract';
import { ModeratorNameResponse } from './review-comment.response.js';

const OF_SITES = ['integration-key', 'coral-secret', 'site', 'site-key'] as const;
const SUBJECTS = ['comment', 'author', 'policy', 'reason', 'moderator', ...OF_SITES] as const;

export class AuditSubjectResponse {
  @ApiProperty({ enum: SUBJECTS })
  type!: (typeof SUBJECTS)[number];

  @ApiProperty({ description: 'The id; of a policy its section, empty for the whole site.' })
  id!: string;
}

const State = (description: string) =>
  ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description });

export class AuditEntryResponse implements AuditEntry {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  site!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ enum: ACTORS })
  actor!: Actor;

  @ApiProperty({ type: ModeratorNameResponse, nullable: true })
  by!: ModeratorNameResponse | null;

  @ApiProperty({ example: 'comment.rejected' })
  action!: string;

  @ApiProperty({ type: AuditSubjectResponse })
  subject!: AuditSubjectResponse;

  @State('What it was, as far as it changed.')
  before!: Record<string, unknown> | null;

  @State('What it became.')
  after!: Record<string, unknown> | null;

  @ApiProperty({ type: String, nullable: true, example: 'LINK_BLOCKED' })
  reason!: string | null;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  policyVersion!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Of the models that scored the comment at its latest verdict.',
  })
  modelVersion!: string | null;
}

export class AuditPageResponse implements AuditPage {
  @ApiProperty({ type: [AuditEntryResponse], description: 'Newest first.' })
  entries!: AuditEntryResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'The cursor of the next page.' })
  next!: string | null;
}
