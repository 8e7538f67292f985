import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EncryptionModule } from '#encryption';
import { SiteKeyEntity } from './site-key.entity.js';
import { SiteEntity } from './site.entity.js';
import { SitesService } from './sites.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([SiteEntity, SiteKeyEntity]), EncryptionModule],
  providers: [SitesService],
  exports: [SitesService],
})
export class SitesModule {}
