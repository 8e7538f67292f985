import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, registerDecorator } from 'class-validator';
import { textProblem } from '#comments';
import { ARTICLE_LIMITS } from '../comments/submit-comment.dto.js';

const MAXIMUM_ARTICLES = 100;

/** Query parameters come once as a string, several times as an array. */
const toArray = ({ value }: { value: unknown }): unknown =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

function IsArticleIds(): PropertyDecorator {
  const isId = (id: unknown): boolean =>
    typeof id === 'string' &&
    textProblem(id, { maximum: ARTICLE_LIMITS.id, lines: false }) === null;
  return (target, property) =>
    registerDecorator({
      name: 'isArticleId',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) => Array.isArray(value) && value.every(isId),
        defaultMessage: () => `must be the id of an article, 1 to ${ARTICLE_LIMITS.id} characters`,
      },
    });
}

export class CountsQuery {
  @ApiProperty({
    type: [String],
    description: `Ids of articles, ${MAXIMUM_ARTICLES} at most.`,
    example: ['city-council-budget'],
  })
  @Transform(toArray)
  @IsArticleIds()
  @ArrayMaxSize(MAXIMUM_ARTICLES, { message: `must be given ${MAXIMUM_ARTICLES} times at most` })
  @ArrayMinSize(1, { message: 'must be given at least once' })
  article!: string[];

  @ApiPropertyOptional({ description: 'The site’s public key, where no header can be sent.' })
  @IsOptional()
  siteKey?: string;
}
