import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { PoliciesService } from './policies.service.js';
import { PolicyHistory } from './policy-history.service.js';

@Module({
  imports: [DatabaseModule],
  providers: [PoliciesService, PolicyHistory],
  exports: [PoliciesService, PolicyHistory],
})
export class PoliciesModule {}
