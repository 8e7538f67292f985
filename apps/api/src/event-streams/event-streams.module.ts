import { Module } from '@nestjs/common';
import { Heartbeat } from './heartbeat.js';

/** What all streams of server-sent events share. */
@Module({ providers: [Heartbeat], exports: [Heartbeat] })
export class EventStreamsModule {}
