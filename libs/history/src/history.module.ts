import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { HistoryService } from './history.service.js';
import { NotesService } from './notes.service.js';

const SERVICES = [HistoryService, NotesService];

/** The past of comments, for moderators. */
@Module({ imports: [DatabaseModule], providers: SERVICES, exports: SERVICES })
export class HistoryModule {}
