import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SiteKeyEntity } from './site-key.entity.js';
import { SiteEntity } from './site.entity.js';
import { SitesService } from './sites.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([SiteEntity, SiteKeyEntity])],
  providers: [SitesService],
  exports: [SitesService],
})
export class SitesModule {}
