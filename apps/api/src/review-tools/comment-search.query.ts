import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { COMMENT_STATUSES, type CommentStatus } from '#contract';
import { ARTICLE_LIMITS } from '../comments/submit-comment.dto.js';
import { IsMoment } from '../http/is-moment.js';
import { IsText } from '../http/is-text.js';
import { IsId, PageQuery } from '../http/page-query.js';

/** The longest text that is searched for, in characters. */
const TEXT_CHARACTERS = 200;

export class AuthorCommentsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: COMMENT_STATUSES, description: 'Where the comments stand.' })
  @IsOptional()
  @IsIn(COMMENT_STATUSES, { message: `must be one of ${COMMENT_STATUSES.join(', ')}` })
  status?: CommentStatus;
}

export class CommentSearchQuery extends AuthorCommentsQuery {
  @ApiPropertyOptional({
    maxLength: TEXT_CHARACTERS,
    description:
      'Words that all stand in the text, also within longer words and whatever the case; in quotation marks, whole words in this order.',
    example: '"city council" budget',
  })
  @IsOptional()
  @IsText({ maximum: TEXT_CHARACTERS, lines: true })
  text?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The author’s id.' })
  @IsId('must be the id of an author, a UUID')
  author?: string;

  @ApiPropertyOptional({
    maxLength: ARTICLE_LIMITS.id,
    description: 'The site’s id of an article.',
  })
  @IsOptional()
  @IsText({ maximum: ARTICLE_LIMITS.id, lines: false })
  article?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Posted then or later.' })
  @IsOptional()
  @IsMoment()
  openedAfter?: Date;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Posted before.' })
  @IsOptional()
  @IsMoment()
  openedBefore?: Date;
}
