import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AuditModule } from '@app/audit/audit.module.js';
import { RolesGuard } from '../auth/roles.guard.js';
import { SignInGuard } from '../auth/sign-in.guard.js';
import { StepUpGuard } from '../auth/step-up.guard.js';
import { ProblemFilter } from './problem.filter.js';
import { Refusals } from './refusals.js';
import { RequestInputGuard } from './request-input.guard.js';
import { requestPipe } from './request-pipe.js';
import { UnsafeCallGuard } from './unsafe-call.guard.js';

/** What every request goes through. The order of the guards is the order of refusals: 401, 403, 404, 400. */
@Module({
  imports: [AuditModule],
  providers: [
    Refusals,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: SignInGuard },
    { provide: APP_GUARD, useClass: UnsafeCallGuard },
    { provide: APP_GUARD, useClass: StepUpGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
    { provide: APP_GUARD, useClass: RequestInputGuard },
    { provide: APP_PIPE, useFactory: requestPipe },
  ],
})
export class HttpModule {}
