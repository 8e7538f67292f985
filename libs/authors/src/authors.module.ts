import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { AuthorCardsService } from './author-cards.service.js';
import { AuthorStandingsService } from './author-standings.service.js';
import { RejectOpenService } from './reject-open.service.js';

const SERVICES = [AuthorCardsService, AuthorStandingsService, RejectOpenService];

/** Authors for those who moderate them. */
@Module({ imports: [DatabaseModule], providers: SERVICES, exports: SERVICES })
export class AuthorsModule {}
