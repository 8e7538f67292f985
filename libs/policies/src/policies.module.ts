import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { PoliciesService } from './policies.service.js';

@Module({ imports: [DatabaseModule], providers: [PoliciesService], exports: [PoliciesService] })
export class PoliciesModule {}
