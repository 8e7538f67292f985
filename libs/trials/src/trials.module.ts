import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { PoliciesModule } from '#policies';
import { LatestTrials } from './latest-trials.service.js';
import { TextTrials } from './text-trials.service.js';

const SERVICES = [TextTrials, LatestTrials];

/** Policies before they are in force. Needs ChecksModule in the process. */
@Module({ imports: [DatabaseModule, PoliciesModule], providers: SERVICES, exports: SERVICES })
export class TrialsModule {}
