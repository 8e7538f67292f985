import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { EncryptionModule } from '#encryption';
import { PoliciesModule } from '#policies';
import { OutsideMemory } from './memory.js';
import { MemoryPruner } from './memory-pruner.js';
import { OutsideComments } from './outside-comments.service.js';
import { SigningKeys } from './signing-keys.js';

/** Needs ChecksModule in the process. */
@Module({
  imports: [DatabaseModule, EncryptionModule, PoliciesModule],
  providers: [MemoryPruner, OutsideComments, OutsideMemory, SigningKeys],
  exports: [OutsideComments],
})
export class OutsideCommentsModule {}
