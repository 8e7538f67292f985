import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { ArticlesService } from './articles.service.js';

@Module({ imports: [DatabaseModule], providers: [ArticlesService], exports: [ArticlesService] })
export class ArticlesModule {}
