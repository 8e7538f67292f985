import { Body, Controller, Get, Param, Put, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags, PickType } from '@nestjs/swagger';
import { IsBoolean, ValidateIf } from 'class-validator';
import { type Article, ArticlesService } from '#articles';
import { SubmittedArticleDto } from '../comments/submit-comment.dto.js';
import { ApiProblems, ApiSiteKeys } from '../http/api-docs.js';
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

@ApiTags('articles')
@ApiSiteKeys()
@Controller('v1/articles')
@UseGuards(SiteGuard)
export class ArticlesController {
  constructor(private readonly articles: ArticlesService) {}

  @Get(':id')
  @ApiOperation({ summary: 'What is known of an article, and whether it takes comments' })
  @ApiResponse({ status: 200, type: ArticleResponse })
  @ApiProblems('ARTICLE_NOT_FOUND')
  find(
    @CurrentCaller() { site }: Caller,
    @Param('id', ArticleId) id: string,
  ): Promise<ArticleResponse> {
    return this.articles.find(site.id, id);
  }

  @Put(':id')
  @RequiresSecret()
  @ApiOperation({ summary: 'Describe, close or open an article; what is left out stays as it is' })
  @ApiResponse({ status: 200, type: ArticleResponse })
  @ApiProblems('VALIDATION_FAILED', 'SECRET_KEY_REQUIRED')
  save(
    @CurrentCaller() { site }: Caller,
    @Param('id', ArticleId) id: string,
    @Body() dto: SaveArticleDto,
  ): Promise<ArticleResponse> {
    return this.articles.save(site.id, id, dto);
  }
}
