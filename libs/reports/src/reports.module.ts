import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { PoliciesModule } from '#policies';
import { AppealsService } from './appeals.service.js';
import { ReportsService } from './reports.service.js';

const SERVICES = [AppealsService, ReportsService];

/** What readers and authors say about what is published and what is not. */
@Module({
  imports: [DatabaseModule, PoliciesModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class ReportsModule {}
