import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { AccountsModule } from '#accounts';
import { ArticlesModule } from '#articles';
import { CommentsModule } from '#comments';
import { type Config, ConfigModule } from '#config';
import { CountsModule } from '#counts';
import { DatabaseModule } from '#database';
import { PoliciesModule } from '#policies';
import { QueuesModule } from '#queues';
import { ReviewsModule } from '#reviews';
import { SitesModule } from '#sites';
import { ACCOUNT_CONTROLLERS, ACCOUNT_PROVIDERS } from './accounts/accounts-http.js';
import { ArticlesController } from './articles/articles.controller.js';
import { CommentsController } from './comments/comments.controller.js';
import { CountsController } from './counts/counts.controller.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validationPipe } from './http/validation.js';
import { PolicyController } from './policy/policy.controller.js';
import {
  REVIEW_TOOLS_CONTROLLERS,
  REVIEW_TOOLS_MODULES,
  REVIEW_TOOLS_PROVIDERS,
} from './review-tools/review-tools-http.js';
import { REVIEW_CONTROLLERS, REVIEW_PROVIDERS } from './reviews/reviews-http.js';

/** All that answers HTTP. */
@Module({})
export class ApiModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.forRoot(config),
        DatabaseModule,
        AccountsModule,
        ArticlesModule,
        CommentsModule,
        CountsModule,
        PoliciesModule,
        QueuesModule.forProducer(config),
        ReviewsModule,
        ...REVIEW_TOOLS_MODULES,
        SitesModule,
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [
        CommentsController,
        CountsController,
        PolicyController,
        ArticlesController,
        HealthController,
        ...ACCOUNT_CONTROLLERS,
        ...REVIEW_CONTROLLERS,
        ...REVIEW_TOOLS_CONTROLLERS,
      ],
      providers: [
        ...ACCOUNT_PROVIDERS,
        ...REVIEW_PROVIDERS,
        ...REVIEW_TOOLS_PROVIDERS,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}
