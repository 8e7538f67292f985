import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { EncryptionModule } from '#encryption';
import { KeySets } from './key-sets.js';
import { ReadersService } from './readers.service.js';
import { SiteIdentitiesService } from './site-identities.service.js';

/** Who reads and writes. */
@Module({
  imports: [DatabaseModule, EncryptionModule],
  providers: [
    ReadersService,
    SiteIdentitiesService,
    { provide: KeySets, useFactory: () => new KeySets() },
  ],
  exports: [ReadersService, SiteIdentitiesService],
})
export class ReadersModule {}
