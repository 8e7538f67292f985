import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { AccountsModule } from '#accounts';
import { ArticlesModule } from '#articles';
import { CommentsModule } from '#comments';
import { type Config, ConfigModule } from '#config';
import { ChecksModule, configuredChecks, type LoadChecks } from '#configured-checks';
import { DatabaseModule } from '#database';
import { LimitsModule } from '#limits';
import { PreviewModule } from '#pipeline';
import { PoliciesModule } from '#policies';
import { QueuesModule } from '#queues';
import { ReadersModule } from '#readers';
import { ReviewsModule } from '#reviews';
import { SitesModule } from '#sites';
import { TrialsModule } from '#trials';
import { ACCOUNT_CONTROLLERS, ACCOUNT_PROVIDERS } from './accounts/accounts-http.js';
import { ArticlesController } from './articles/articles.controller.js';
import { Authorship } from './comments/authorship.js';
import { CommentsController } from './comments/comments.controller.js';
import { AkismetModule } from './compat/akismet/akismet.module.js';
import { CoralPhaseModule } from './compat/coral/coral-phase.module.js';
import { CountsDialectsModule } from './compat/counts/counts-dialects.module.js';
import { PerspectiveModule } from './compat/perspective/perspective.module.js';
import { ModerationsModule } from './compat/openai/moderations.module.js';
import { EventStreamsModule } from './event-streams/event-streams.module.js';
import { HealthController } from './health/health.controller.js';
import { IdentityController } from './identity/identity.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validationPipe } from './http/validation.js';
import { IntegrationSetupModule } from './integrations/integration-setup.module.js';
import { PolicyController } from './policy/policy.controller.js';
import { PolicyTrialsController } from './policy/policy-trials.controller.js';
import { PolicyVersionsController } from './policy/policy-versions.controller.js';
import { PreviewController } from './preview/preview.controller.js';
import { ReadingModule } from './reading/reading.module.js';
import {
  REVIEW_TOOLS_CONTROLLERS,
  REVIEW_TOOLS_MODULES,
  REVIEW_TOOLS_PROVIDERS,
} from './review-tools/review-tools-http.js';
import { REVIEW_CONTROLLERS, REVIEW_PROVIDERS } from './reviews/reviews-http.js';
import { SITE_CONTROLLERS } from './site/site-http.js';

/** All that answers HTTP. */
@Module({})
export class ApiModule {
  /** @param loadChecks gives the checks for previews and other systems' clients when the first is asked for; a process that has them already should say so. */
  static forRoot(
    config: Config,
    loadChecks: LoadChecks = () => configuredChecks(config),
  ): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.forRoot(config),
        DatabaseModule,
        AccountsModule,
        AkismetModule,
        ArticlesModule,
        ChecksModule.forRoot(loadChecks),
        CommentsModule,
        CoralPhaseModule,
        CountsDialectsModule,
        ModerationsModule,
        EventStreamsModule,
        ReadingModule,
        IntegrationSetupModule,
        LimitsModule,
        PerspectiveModule,
        PoliciesModule,
        PreviewModule,
        QueuesModule.forProducer(config),
        ReadersModule,
        ReviewsModule,
        ...REVIEW_TOOLS_MODULES,
        SitesModule,
        TrialsModule,
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [
        CommentsController,
        PolicyController,
        PolicyTrialsController,
        PolicyVersionsController,
        PreviewController,
        ArticlesController,
        HealthController,
        IdentityController,
        ...ACCOUNT_CONTROLLERS,
        ...SITE_CONTROLLERS,
        ...REVIEW_CONTROLLERS,
        ...REVIEW_TOOLS_CONTROLLERS,
      ],
      providers: [
        Authorship,
        ...ACCOUNT_PROVIDERS,
        ...REVIEW_PROVIDERS,
        ...REVIEW_TOOLS_PROVIDERS,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}
