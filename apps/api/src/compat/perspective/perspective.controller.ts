import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { KeyHolder } from '#integrations';
import { CurrentKeyHolder, IntegrationGuard } from '../../integrations/integration.guard.js';
import { KeyPlace } from '../../integrations/key-place.js';
import { CommentAnalysis } from './comment-analysis.service.js';
import { googleKey } from './google-key.js';
import { readAnalyzeRequest, readSuggestRequest } from './requests.js';
import type { AnalyzeResponse, SuggestResponse } from './responses.js';
import { ScoreSuggestions } from './score-suggestions.service.js';

/**
 * The Perspective API (commentanalyzer v1alpha1), so that its clients need only another address. The router takes a colon
 * that is written twice for a colon, and else for the beginning of a parameter's name.
 */
@ApiExcludeController()
@Controller('v1alpha1')
@KeyPlace(googleKey)
@UseGuards(IntegrationGuard)
export class PerspectiveController {
  constructor(
    private readonly analysis: CommentAnalysis,
    private readonly suggestions: ScoreSuggestions,
  ) {}

  @Post('comments::analyze')
  @HttpCode(200)
  analyze(@Body() body: unknown): Promise<AnalyzeResponse> {
    return this.analysis.analyze(readAnalyzeRequest(body));
  }

  @Post('comments::suggestscore')
  @HttpCode(200)
  suggest(@Body() body: unknown, @CurrentKeyHolder() holder: KeyHolder): Promise<SuggestResponse> {
    return this.suggestions.suggest(readSuggestRequest(body), holder);
  }
}
