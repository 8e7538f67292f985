import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import { type Label, LABELS } from '#contract';
import type { ReviewFilter } from '#reviews';
import { ARTICLE_LIMITS } from '../comments/submit-comment.dto.js';
import { IsMoment } from '../http/is-moment.js';
import { IsText } from '../http/is-text.js';
import { IsId, OfSiteQuery } from '../http/page-query.js';

/** The longest text that is searched for, in characters. */
const TEXT_CHARACTERS = 200;

/** What narrows a queue down, in an address and in a body alike. */
export class ReviewFilterDto extends OfSiteQuery {
  @ApiPropertyOptional({ maxLength: ARTICLE_LIMITS.section, description: 'The article’s section.' })
  @IsOptional()
  @IsText({ maximum: ARTICLE_LIMITS.section, lines: false })
  section?: string;

  @ApiPropertyOptional({
    maxLength: ARTICLE_LIMITS.id,
    description: 'The site’s id of an article.',
  })
  @IsOptional()
  @IsText({ maximum: ARTICLE_LIMITS.id, lines: false })
  article?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The author’s id.' })
  @IsId('must be the id of an author, a UUID')
  author?: string;

  @ApiPropertyOptional({ enum: LABELS, description: 'The label that brought the comment here.' })
  @IsOptional()
  @IsIn(LABELS, { message: 'must be one of the labels' })
  label?: Label;

  @ApiPropertyOptional({ minimum: 0, maximum: 1, description: 'The least score of that label.' })
  @IsOptional()
  @Type(() => Number)
  @Max(1, { message: 'must not be more than 1' })
  @Min(0, { message: 'must not be less than 0' })
  @IsNumber({}, { message: 'must be a number from 0 to 1' })
  minScore?: number;

  @ApiPropertyOptional({ minimum: 0, maximum: 1, description: 'The highest score of that label.' })
  @IsOptional()
  @Type(() => Number)
  @Max(1, { message: 'must not be more than 1' })
  @Min(0, { message: 'must not be less than 0' })
  @IsNumber({}, { message: 'must be a number from 0 to 1' })
  maxScore?: number;

  @ApiPropertyOptional({ description: 'The comment’s language, as in BCP 47.', example: 'en' })
  @IsOptional()
  @Matches(/^[a-z]{2,3}$/, { message: 'must be the tag of a language, as in en' })
  language?: string;

  @ApiPropertyOptional({ description: 'The code of why it is here.', example: 'LINK_BLOCKED' })
  @IsOptional()
  @Matches(/^[A-Z][A-Z0-9_]{1,60}$/, {
    message: 'must be the code of a reason, as in LINK_BLOCKED',
  })
  reason?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Came then or later.' })
  @IsOptional()
  @IsMoment()
  openedAfter?: Date;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Came before.' })
  @IsOptional()
  @IsMoment()
  openedBefore?: Date;

  @ApiPropertyOptional({
    maxLength: TEXT_CHARACTERS,
    description:
      'Words that all stand in the text, whatever the case, or from three letters on begin a word there; in quotation marks, and in scripts without blanks, what stands anywhere in it.',
    example: '"city council" budget',
  })
  @IsOptional()
  @IsText({ maximum: TEXT_CHARACTERS, lines: false })
  text?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The id of a campaign.' })
  @IsId('must be the id of a campaign, a UUID')
  campaign?: string;
}

/** The filter that a request stands for: what was given of it. */
export function filterOf(dto: ReviewFilterDto): ReviewFilter {
  const { section, article, author, label, minScore, maxScore, language, reason } = dto;
  const { openedAfter, openedBefore, text, campaign } = dto;
  const all = {
    ...{ section, article, author, label, minScore, maxScore, language, reason },
    ...{ openedAfter, openedBefore, text, campaign },
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
