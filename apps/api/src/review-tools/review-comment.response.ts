import { ApiProperty } from '@nestjs/swagger';
import {
  AUTHOR_STANDINGS,
  type AuthorStanding,
  type AuthorSummary,
  COMMENT_STATUSES,
  type CommentStatus,
  type ModeratorName,
  type ReviewComment,
  type ReviewCommentPage,
} from '#contract';

export class ModeratorNameResponse implements ModeratorName {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class SiteNameResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class ReviewedArticleResponse {
  @ApiProperty({ description: 'The site’s own id.' })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  title!: string | null;

  @ApiProperty({ type: String, nullable: true })
  url!: string | null;

  @ApiProperty({ type: String, nullable: true })
  section!: string | null;

  @ApiProperty({ description: 'How many comments are shown under it.' })
  published!: number;
}

export class ReviewedParentResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  authorName!: string | null;

  @ApiProperty()
  body!: string;

  @ApiProperty({ enum: COMMENT_STATUSES })
  status!: CommentStatus;
}

/** A comment as moderators see it, whatever its status. */
export class ReviewCommentResponse implements ReviewComment {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: SiteNameResponse })
  site!: SiteNameResponse;

  @ApiProperty({ enum: COMMENT_STATUSES })
  status!: CommentStatus;

  @ApiProperty()
  revision!: number;

  @ApiProperty({ description: 'Empty when it was deleted.' })
  body!: string;

  @ApiProperty({ type: String, nullable: true })
  authorName!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  editedAt!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'BCP 47; null where it cannot be told.',
  })
  language!: string | null;

  @ApiProperty({ type: ReviewedArticleResponse })
  article!: ReviewedArticleResponse;

  @ApiProperty({ type: ReviewedParentResponse, nullable: true })
  parent!: ReviewedParentResponse | null;
}

export class ReviewCommentPageResponse implements ReviewCommentPage {
  @ApiProperty({ type: [ReviewCommentResponse], description: 'Newest first.' })
  comments!: ReviewCommentResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'The cursor of the next page.' })
  next!: string | null;
}

export class AuthorSummaryResponse implements AuthorSummary {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ description: 'Whether the site’s own server said who it is.' })
  vouched!: boolean;

  @ApiProperty({ enum: AUTHOR_STANDINGS })
  standing!: AuthorStanding;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  suspendedUntil!: string | null;

  @ApiProperty({ description: 'Of the last 50 comments.' })
  published!: number;

  @ApiProperty({ description: 'Of the last 50 comments.' })
  rejected!: number;

  @ApiProperty({ format: 'date-time' })
  firstSeenAt!: string;
}
