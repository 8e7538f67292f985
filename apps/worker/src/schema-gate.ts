import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { assertMigrated } from '#database';

/** Ends the start when the schema is not the one we expect; jobs are taken only after all such hooks. */
@Injectable()
export class SchemaGate implements OnModuleInit {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws SchemaError */
  onModuleInit(): Promise<void> {
    return assertMigrated(this.dataSource);
  }
}
