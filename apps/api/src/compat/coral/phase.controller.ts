import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OutsideComments } from '#outside-comments';
import type { Site } from '#sites';
import { CoralSignatureGuard, CoralSite } from './coral-signature.guard.js';
import { coralText } from './coral-text.js';
import { type PhaseAnswer, phaseAnswer } from './phase-answer.js';
import { phaseRequest } from './phase-request.js';

/** Coral's external moderation phase: Coral asks before it shows a comment. */
@ApiExcludeController()
@Controller('compat/:key/coral/phase')
@UseGuards(CoralSignatureGuard)
export class PhaseController {
  constructor(private readonly comments: OutsideComments) {}

  @Post()
  @HttpCode(200)
  async moderate(@CoralSite() site: Site, @Body() request: unknown): Promise<PhaseAnswer> {
    const { action, body: markup, authorId, story } = phaseRequest(request);
    const body = coralText(markup);
    // A picture or a rating without a word.
    if (body === '') return {};
    const verdict = await this.comments.judge({
      ...{ siteId: site.id, system: 'coral', body, article: story },
      ...{ author: { identity: authorId, name: null, url: null }, address: null },
      // A new version resembles the one before, which is no repeat.
      ...(action === 'EDIT' && { again: true }),
    });
    return phaseAnswer(verdict);
  }
}
