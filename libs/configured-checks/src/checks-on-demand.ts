import { type DynamicModule, Inject, Injectable, Logger, Module } from '@nestjs/common';
import { DomainError } from '#contract';
import type { Check } from '#moderation';

/** Gives the checks that comments go through; called when somebody first needs them. */
export type LoadChecks = () => Promise<readonly Check[]>;

const LOAD_CHECKS = Symbol('LOAD_CHECKS');

/** The checks, for those who do not need them before somebody asks. */
@Injectable()
export class ChecksOnDemand {
  private readonly logger = new Logger(ChecksOnDemand.name);
  private checks: Promise<readonly Check[]> | undefined;

  constructor(@Inject(LOAD_CHECKS) private readonly load: LoadChecks) {}

  /**
   * The checks, read once; after a failure, the next who asks has them read again.
   * @throws DomainError SERVICE_BUSY
   */
  get(): Promise<readonly Check[]> {
    this.checks ??= this.load().catch((error: unknown) => {
      this.checks = undefined;
      this.logger.error(`The checks cannot be loaded: ${(error as Error).message}`);
      throw new DomainError('SERVICE_BUSY', 'Comments cannot be checked at the moment.');
    });
    return this.checks;
  }
}

/** {@link ChecksOnDemand} for all modules of the process, so that it holds one classifier. */
@Module({})
export class ChecksModule {
  static forRoot(loadChecks: LoadChecks): DynamicModule {
    return {
      module: ChecksModule,
      global: true,
      providers: [{ provide: LOAD_CHECKS, useValue: loadChecks }, ChecksOnDemand],
      exports: [ChecksOnDemand],
    };
  }
}
