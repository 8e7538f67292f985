import { Module } from '@nestjs/common';
import { LiveCountsModule } from '#counts';
import { SitesModule } from '#sites';
import { CompatCounts } from './compat-counts.js';
import { CoralController } from './coral.controller.js';
import { DisqusController } from './disqus.controller.js';
import { IssoController } from './isso.controller.js';
import { RemarkController } from './remark.controller.js';

/** Counts in the dialects of other systems, so that a site's snippets need only another address. */
@Module({
  imports: [LiveCountsModule, SitesModule],
  controllers: [CoralController, DisqusController, IssoController, RemarkController],
  providers: [CompatCounts],
})
export class CountsDialectsModule {}
