import { Module } from '@nestjs/common';
import { AppointmentsApiModule } from './appointments/appointments.module.js';
import { BriefsApiModule } from './briefs/briefs.module.js';
import { ClientsApiModule } from './clients/clients.module.js';
import { FrontDoorModule } from './front-door.module.js';
import { KetamineSessionsApiModule } from './ketamine-sessions/ketamine-sessions.module.js';
import { PlansApiModule } from './plans/plans.module.js';
import { PromptsApiModule } from './prompts/prompts.module.js';
import { ReflectionsApiModule } from './reflections/reflections.module.js';
import { ReplyModule } from './reply/reply.module.js';
import { SafetyApiModule } from './safety/safety.module.js';

/** The API: the front door, and one module a feature. */
@Module({
  imports: [
    FrontDoorModule,
    AppointmentsApiModule,
    BriefsApiModule,
    ClientsApiModule,
    KetamineSessionsApiModule,
    PlansApiModule,
    PromptsApiModule,
    ReflectionsApiModule,
    ReplyModule,
    SafetyApiModule,
  ],
})
export class ApiModule {}
