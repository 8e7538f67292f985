import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { SearchService } from './search.service.js';

/** Finding comments, whatever their status. */
@Module({ imports: [DatabaseModule], providers: [SearchService], exports: [SearchService] })
export class SearchModule {}
