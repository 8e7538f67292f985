import { type DynamicModule, Inject, Injectable, Logger, Module } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { DomainError } from '#contract';
import type { Check, CheckContext, CheckRun } from '#moderation';
import { runTimed } from './run-timed.js';

/** Gives the checks that comments go through; called when somebody first needs them. */
export type LoadChecks = () => Promise<readonly Check[]>;

/** Which checks run, and for how long. */
interface RunRules {
  /** Checks of the one context alone, which run before the others. */
  besides?: readonly Check[];
  /** The names of those that run; without it, all. */
  only?: ReadonlySet<string>;
  /** Milliseconds for who cannot wait as long as the configuration allows. */
  atMostMs?: number;
}

const LOAD_CHECKS = Symbol('LOAD_CHECKS');

/** The checks, for those who do not need them before somebody asks. */
@Injectable()
export class ChecksOnDemand {
  private readonly logger = new Logger(ChecksOnDemand.name);
  private checks: Promise<readonly Check[]> | undefined;

  constructor(
    @Inject(LOAD_CHECKS) private readonly load: LoadChecks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Runs the checks on one context, within the time that the configuration allows.
   * @throws DomainError SERVICE_BUSY when they cannot be loaded
   */
  async run(
    context: CheckContext,
    { besides = [], only, atMostMs }: RunRules = {},
  ): Promise<CheckRun[]> {
    const checks = (await this.loaded()).filter(({ name }) => only?.has(name) ?? true);
    return runTimed(this.config, [...besides, ...checks], context, atMostMs);
  }

  /**
   * Runs the checks on contexts of one comment that differ in their policy. What looks at the text alone is asked once,
   * for it takes the longest, and two answers of a service may differ.
   * @throws DomainError SERVICE_BUSY when the checks cannot be loaded
   */
  async runUnderEach([first, ...others]: [CheckContext, ...CheckContext[]]): Promise<CheckRun[][]> {
    const checks = await this.loaded();
    const ofPolicies = checks.filter(({ textAlone }) => textAlone !== true);
    const [all, ...partly] = await Promise.all([
      runTimed(this.config, checks, first),
      ...others.map((context) => runTimed(this.config, ofPolicies, context)),
    ]);
    const completed = (runs: CheckRun[]): CheckRun[] =>
      all.map((run) => runs.find(({ check }) => check === run.check) ?? run);
    return [all, ...partly.map(completed)];
  }

  /** Read once; after a failure, the next who asks has them read again. */
  private loaded(): Promise<readonly Check[]> {
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
