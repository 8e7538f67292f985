import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DatabaseModule } from '#database';
import { EncryptionModule } from '#encryption';
import { IssuedKeys } from './settings/issued-keys.service.js';
import { SiteSettings } from './settings/site-settings.service.js';
import { SiteKeyEntity } from './site-key.entity.js';
import { SiteEntity } from './site.entity.js';
import { SitesService } from './sites.service.js';

const SERVICES = [IssuedKeys, SiteSettings, SitesService];

@Module({
  imports: [
    TypeOrmModule.forFeature([SiteEntity, SiteKeyEntity]),
    DatabaseModule,
    EncryptionModule,
  ],
  providers: SERVICES,
  exports: SERVICES,
})
export class SitesModule {}
