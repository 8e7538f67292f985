import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { setImmediate } from 'node:timers/promises';
import { DomainError } from '#contract';
import { type ScoredText, TextScores } from '#text-scores';
import { v7 as uuidv7 } from 'uuid';
import { IntegrationGuard } from '../../integrations/integration.guard.js';
import { bearerKey, KeyPlace } from '../../integrations/key-place.js';
import { type Moderation, moderationOf } from './moderation-categories.js';
import { moderationInput } from './moderation-input.js';
import { modelOf } from './moderation-model.js';

interface ModerationAnswer {
  id: string;
  /** What scored, whichever model was asked for. */
  model: string;
  results: Moderation[];
}

/** Moderations as OpenAI's clients ask for them. */
@ApiExcludeController()
@Controller('v1/moderations')
@KeyPlace(bearerKey)
@UseGuards(IntegrationGuard)
export class ModerationsController {
  constructor(private readonly scores: TextScores) {}

  @Post()
  @HttpCode(200)
  async create(@Body() body: unknown): Promise<ModerationAnswer> {
    const scored: ScoredText[] = [];
    for (const text of moderationInput(body)) {
      // A hundred long texts take a second: others are served in between.
      if (scored.length > 0) await setImmediate();
      scored.push(await this.scoreOf(text));
    }
    return {
      id: `modr-${uuidv7().replaceAll('-', '')}`,
      model: modelOf(scored),
      results: scored.map(moderationOf),
    };
  }

  /** @throws DomainError SERVICE_BUSY rather than to say that nothing was found where nothing looked */
  private async scoreOf(body: string): Promise<ScoredText> {
    const scored = await this.scores.score({ body });
    const missing = !scored.scores.has('toxicity') && scored.unscoredLanguage === null;
    if (missing && scored.failed.length > 0) {
      throw new DomainError('SERVICE_BUSY', 'The text could not be scored; try again.');
    }
    return scored;
  }
}
