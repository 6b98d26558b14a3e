import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { ENTITIES } from '@app/briefs/entities.js';
import { Config } from '@app/platform/config/config.js';
import { MetricsModule } from '@app/platform/metrics/metrics.module.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { QueuesModule } from '@app/platform/queues/queues.module.js';
import { AuthModule } from './auth/auth.module.js';
import { DocsPageModule } from './docs-page/docs-page.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { requestLog } from './http/request-log.js';
import { StaffApiModule } from './staff/staff.module.js';

/** Everything that every request goes through, and what no feature owns: signing in, health, the console. */
@Module({
  imports: [
    LoggerModule.forRootAsync({ inject: [Config], useFactory: requestLog }),
    PlatformModule.with(ENTITIES),
    // The API adds no job; it asks whether the queue is there.
    QueuesModule,
    MetricsModule.of('api'),
    HttpModule,
    HealthModule,
    DocsPageModule,
    AuthModule,
    StaffApiModule,
  ],
})
export class FrontDoorModule {}
