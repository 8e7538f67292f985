import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type Badge,
  BADGES,
  COMMENT_STATUSES,
  type CommentStatus,
  COUNTED_REPLIES,
  type Reaction,
  REACTIONS,
  type ReplyList,
  THREAD_SORTS,
  type ThreadComment,
  type ThreadPage,
  type ThreadSort,
} from '#contract';

class ThreadAuthorResponse {
  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ enum: BADGES, nullable: true })
  badge!: Badge | null;
}

class RejectionResponse {
  @ApiProperty()
  title!: string;

  @ApiProperty()
  text!: string;
}

class OwnCommentResponse {
  @ApiProperty({ enum: COMMENT_STATUSES })
  status!: CommentStatus;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  editableUntil!: string | null;

  @ApiProperty({ type: RejectionResponse, nullable: true })
  rejection!: RejectionResponse | null;
}

class ReplyListResponse implements ReplyList {
  @ApiProperty({
    description: `How many are shown below it, at any depth; ${COUNTED_REPLIES} for so many or more.`,
  })
  total!: number;

  @ApiProperty({ type: () => [ThreadCommentResponse] })
  comments!: ThreadCommentResponse[];

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'The `cursor` of more replies, with this comment as `parent`; null when there are none.',
  })
  next!: string | null;
}

class ThreadCommentResponse implements ThreadComment {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId!: string | null;

  @ApiProperty({ type: ThreadAuthorResponse })
  author!: ThreadAuthorResponse;

  @ApiProperty({ description: 'Plain text.' })
  body!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  editedAt!: string | null;

  @ApiProperty()
  revision!: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 1 },
    example: { like: 12 },
  })
  reactions!: Partial<Record<Reaction, number>>;

  @ApiProperty()
  pinned!: boolean;

  @ApiProperty()
  featured!: boolean;

  @ApiProperty({ type: ReplyListResponse })
  replies!: ReplyListResponse;

  @ApiPropertyOptional({ type: OwnCommentResponse, description: 'Only to its author.' })
  own?: OwnCommentResponse;

  @ApiPropertyOptional({ enum: REACTIONS, isArray: true, description: 'Only to a known reader.' })
  reacted?: Reaction[];
}

class ThreadArticleResponse {
  @ApiProperty({ description: 'The site’s own id.' })
  id!: string;

  @ApiProperty({ description: 'Comments shown in all.' })
  count!: number;

  @ApiProperty()
  closed!: boolean;

  @ApiProperty({ type: String, nullable: true })
  title!: string | null;

  @ApiProperty({ type: String, nullable: true })
  url!: string | null;
}

class ThreadRulesResponse {
  @ApiProperty()
  anonymous!: boolean;

  @ApiProperty()
  editWindowSeconds!: number;

  @ApiProperty()
  maximumCharacters!: number;

  @ApiProperty()
  nudge!: boolean;

  @ApiProperty({ enum: REACTIONS, isArray: true })
  reactions!: Reaction[];
}

class ThreadReaderResponse {
  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty()
  anonymous!: boolean;
}

export class ThreadPageResponse implements ThreadPage {
  @ApiProperty({ type: ThreadArticleResponse })
  article!: ThreadArticleResponse;

  @ApiProperty({ enum: THREAD_SORTS })
  sort!: ThreadSort;

  @ApiProperty({
    type: [ThreadCommentResponse],
    description: 'Pinned ones first, on the first page.',
  })
  comments!: ThreadCommentResponse[];

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'The `cursor` of the next page, which may hold fewer comments than were asked for.',
  })
  next!: string | null;

  @ApiProperty({ type: ThreadRulesResponse })
  rules!: ThreadRulesResponse;

  @ApiProperty({ type: ThreadReaderResponse, nullable: true })
  reader!: ThreadReaderResponse | null;
}
