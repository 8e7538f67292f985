import { Body, Controller, Get, Header, HttpCode, Post, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { KeyHolder } from '#integrations';
import { CurrentKeyHolder, IntegrationGuard } from '../../integrations/integration.guard.js';
import { KeyPlace } from '../../integrations/key-place.js';
import { assertBlog, readCall } from './akismet-call.js';
import { akismetKey } from './akismet-key.js';
import { AkismetService } from './akismet.service.js';

const TEXT = 'text/plain; charset=utf-8';
/** Word for word: clients compare. */
const THANKS = 'Thanks for making the web a better place.';
const RECHECK_SECONDS = 120;

/** Akismet's API, 1.1. */
@ApiExcludeController()
@Controller()
@KeyPlace(akismetKey)
@UseGuards(IntegrationGuard)
export class AkismetController {
  constructor(private readonly akismet: AkismetService) {}

  @Post('1.1/verify-key')
  @HttpCode(200)
  @Header('content-type', TEXT)
  verifyKey(@Body() body: unknown): string {
    assertBlog(body);
    return 'valid';
  }

  @Post('1.1/comment-check')
  @HttpCode(200)
  @Header('content-type', TEXT)
  async check(
    @CurrentKeyHolder() holder: KeyHolder,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { answer, guid, provisional } = await this.akismet.check(holder, readCall(body));
    void reply.header('x-akismet-guid', guid.replaceAll('-', ''));
    if (answer === 'discard') void reply.header('x-akismet-pro-tip', 'discard');
    if (provisional) void reply.header('x-akismet-recheck-after', RECHECK_SECONDS);
    return String(answer !== 'ham');
  }

  @Post('1.1/submit-spam')
  @HttpCode(200)
  @Header('content-type', TEXT)
  async submitSpam(@CurrentKeyHolder() holder: KeyHolder, @Body() body: unknown): Promise<string> {
    await this.akismet.tell(holder, readCall(body), 'spam');
    return THANKS;
  }

  @Post('1.1/submit-ham')
  @HttpCode(200)
  @Header('content-type', TEXT)
  async submitHam(@CurrentKeyHolder() holder: KeyHolder, @Body() body: unknown): Promise<string> {
    await this.akismet.tell(holder, readCall(body), 'ham');
    return THANKS;
  }

  @Get('1.2/usage-limit')
  usage(@CurrentKeyHolder() holder: KeyHolder): Promise<Record<string, unknown>> {
    return this.akismet.usageOf(holder);
  }
}
