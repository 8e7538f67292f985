import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsDefined,
  IsEmail,
  IsObject,
  IsOptional,
  IsUrl,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { MAXIMUM_BODY_CHARACTERS, normalizeBody } from '#comments';
import { IsText } from '../http/is-text.js';

/** The longest id, section and title of an article, in characters. */
export const ARTICLE_LIMITS = { id: 200, section: 100, title: 500, url: 2000 } as const;

const normalized = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? normalizeBody(value) : value;

export class SubmittedArticleDto {
  @ApiProperty({
    description: 'The site’s own id of the article.',
    example: 'city-council-budget',
    minLength: 1,
    maxLength: ARTICLE_LIMITS.id,
  })
  @IsText({ maximum: ARTICLE_LIMITS.id, lines: false })
  id!: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Stored with the first comment of an article; http or https.',
    example: 'https://news.example/city-council-budget',
    maxLength: ARTICLE_LIMITS.url,
  })
  @IsOptional()
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false },
    { message: 'must be an http or https URL' },
  )
  @IsText({ maximum: ARTICLE_LIMITS.url, lines: false })
  url?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Stored with the first comment of an article.',
    example: 'Council passes the budget',
    maxLength: ARTICLE_LIMITS.title,
  })
  @IsOptional()
  @IsText({ maximum: ARTICLE_LIMITS.title, lines: false })
  title?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Decides whose policy holds; stored with the first comment of an article.',
    example: 'politics',
    maxLength: ARTICLE_LIMITS.section,
  })
  @IsOptional()
  @IsText({ maximum: ARTICLE_LIMITS.section, lines: false })
  section?: string | null;
}

export class SubmittedAuthorDto {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Shown with the comment.',
    example: 'Reader 12',
    maxLength: 100,
  })
  @IsOptional()
  @IsText({ maximum: 100, lines: false })
  name?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Never shown to readers.',
    example: 'reader-12@example.com',
    maxLength: 254,
  })
  @IsOptional()
  @IsEmail({}, { message: 'must be an e-mail address' })
  // Runs first: the validator above fails on half characters.
  @IsText({ maximum: 254, lines: false })
  email?: string | null;
}

export class SubmitCommentDto {
  @ApiProperty({ type: SubmittedArticleDto })
  @IsObject({ message: 'must be an object' })
  @IsDefined({ message: 'is required' })
  @ValidateNested()
  @Type(() => SubmittedArticleDto)
  article!: SubmittedArticleDto;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'The comment that this one replies to; null for a top comment.',
    // What "Try it out" sends: a made-up id would be refused.
    example: null,
    format: 'uuid',
  })
  @IsOptional()
  @IsUUID(undefined, { message: 'must be the id of a comment, a UUID' })
  parentId?: string | null;

  @ApiProperty({
    description: 'Plain text. Stored in Unicode NFC, without blanks around it.',
    example: 'I would rather see the money spent on buses.',
    minLength: 1,
    maxLength: MAXIMUM_BODY_CHARACTERS,
  })
  @Transform(normalized)
  @IsText({ maximum: MAXIMUM_BODY_CHARACTERS, lines: true })
  body!: string;

  @ApiPropertyOptional({ type: SubmittedAuthorDto, nullable: true })
  @IsOptional()
  @IsObject({ message: 'must be an object' })
  @ValidateNested()
  @Type(() => SubmittedAuthorDto)
  author?: SubmittedAuthorDto | null;
}

export class EditCommentDto {
  @ApiProperty({
    description: 'The new text, as for a new comment.',
    minLength: 1,
    maxLength: MAXIMUM_BODY_CHARACTERS,
  })
  @Transform(normalized)
  @IsText({ maximum: MAXIMUM_BODY_CHARACTERS, lines: true })
  body!: string;
}
