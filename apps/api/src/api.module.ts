import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { ENTITIES } from '@app/briefs/entities.js';
import { Config } from '@app/platform/config/config.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { QueuesModule } from '@app/platform/queues/queues.module.js';
import { AppointmentsApiModule } from './appointments/appointments.module.js';
import { AuthModule } from './auth/auth.module.js';
import { BriefsApiModule } from './briefs/briefs.module.js';
import { ClientsApiModule } from './clients/clients.module.js';
import { DocsPageModule } from './docs-page/docs-page.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { requestLog } from './http/request-log.js';
import { KetamineSessionsApiModule } from './ketamine-sessions/ketamine-sessions.module.js';
import { PlansApiModule } from './plans/plans.module.js';
import { PromptsApiModule } from './prompts/prompts.module.js';
import { ReflectionsApiModule } from './reflections/reflections.module.js';
import { ReplyModule } from './reply/reply.module.js';
import { SafetyApiModule } from './safety/safety.module.js';
import { StaffApiModule } from './staff/staff.module.js';

/** The API: what it rests on, the front door, and one module a feature. */
@Module({
  imports: [
    LoggerModule.forRootAsync({ inject: [Config], useFactory: requestLog }),
    PlatformModule.with(ENTITIES),
    // The API adds no job; it asks whether the queue is there.
    QueuesModule.forRoot({
      inject: [Config],
      useFactory: ({ QUEUE_URL, QUEUE_DATABASE_URL, DATABASE_URL }: Config) => ({
        queueUrl: QUEUE_URL ?? QUEUE_DATABASE_URL,
        databaseUrl: DATABASE_URL,
      }),
    }),
    HttpModule,
    HealthModule,
    DocsPageModule,
    AuthModule,
    StaffApiModule,
    ClientsApiModule,
    KetamineSessionsApiModule,
    AppointmentsApiModule,
    PlansApiModule,
    PromptsApiModule,
    ReflectionsApiModule,
    SafetyApiModule,
    ReplyModule,
    BriefsApiModule,
  ],
})
export class ApiModule {}
