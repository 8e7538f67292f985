import { Body, Controller, Get, Param, Put, UseGuards } from '@nestjs/common';
import {
  ApiOperation,
  ApiProperty,
  ApiResponse,
  ApiTags,
  PickType,
  ApiParam,
} from '@nestjs/swagger';
import { IsBoolean, ValidateIf } from 'class-validator';
import { type Article, ArticlesService } from '#articles';
import { SubmittedArticleDto } from '../comments/submit-comment.dto.js';
import { ApiProblems, ApiSiteKeys, BODY_PROBLEMS } from '../http/api-docs.js';
import { type Caller, CurrentCaller, RequiresSecret } from '../http/caller.js';
import { SiteGuard } from '../http/site.guard.js';
import { ArticleId } from './article-id.pipe.js';

class SaveArticleDto extends PickType(SubmittedArticleDto, ['url', 'title', 'section'] as const) {
  @ApiProperty({ required: false, description: 'Whether the article takes no more comments.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean({ message: 'must be true or false' })
  closed?: boolean;
}

class ArticleResponse implements Article {
  @ApiProperty({ description: 'The site’s own id.' })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  url!: string | null;

  @ApiProperty({ type: String, nullable: true })
  title!: string | null;

  @ApiProperty({ type: String, nullable: true })
  section!: string | null;

  @ApiProperty()
  closed!: boolean;

  @ApiProperty({ description: 'How many comments are shown.' })
  count!: number;
}

const ApiArticleId = () =>
  ApiParam({ name: 'id', description: 'The site’s own id of the article.' });

@ApiTags('articles')
@Controller('v1/articles')
@UseGuards(SiteGuard)
export class ArticlesController {
  constructor(private readonly articles: ArticlesService) {}

  @Get(':id')
  @ApiSiteKeys('read')
  @ApiArticleId()
  @ApiOperation({ summary: 'What is known of an article, and whether it takes comments' })
  @ApiResponse({ status: 200, type: ArticleResponse, description: 'The article.' })
  @ApiProblems('ARTICLE_NOT_FOUND')
  find(
    @CurrentCaller() { site }: Caller,
    @Param('id', ArticleId) id: string,
  ): Promise<ArticleResponse> {
    return this.articles.find(site.id, id);
  }

  @Put(':id')
  @ApiArticleId()
  @RequiresSecret()
  @ApiOperation({ summary: 'Describe, close or open an article; what is left out stays as it is' })
  @ApiResponse({ status: 200, type: ArticleResponse, description: 'The article as it is now.' })
  @ApiProblems(...BODY_PROBLEMS, 'SECRET_KEY_REQUIRED')
  save(
    @CurrentCaller() { site }: Caller,
    @Param('id', ArticleId) id: string,
    @Body() dto: SaveArticleDto,
  ): Promise<ArticleResponse> {
    return this.articles.save(site.id, id, dto);
  }
}
