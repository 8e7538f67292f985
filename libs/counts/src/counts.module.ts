import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { CountsService } from './counts.service.js';

@Module({ imports: [DatabaseModule], providers: [CountsService], exports: [CountsService] })
export class CountsModule {}
