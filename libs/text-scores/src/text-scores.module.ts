import { Module } from '@nestjs/common';
import { TextScores } from './text-scores.service.js';

/** Needs ChecksModule in the process. */
@Module({ providers: [TextScores], exports: [TextScores] })
export class TextScoresModule {}
