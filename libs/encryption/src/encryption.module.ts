import { Module } from '@nestjs/common';
import { Secrets } from './secrets.service.js';

@Module({ providers: [Secrets], exports: [Secrets] })
export class EncryptionModule {}
