import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { ReasonsService } from './reasons.service.js';

/** Canned reasons for rejections. */
@Module({ imports: [DatabaseModule], providers: [ReasonsService], exports: [ReasonsService] })
export class ReasonsModule {}
