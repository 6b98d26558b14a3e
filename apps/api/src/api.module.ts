import { Module } from '@nestjs/common';
import { AbsencesApiModule } from './absences/absences.module.js';
import { AppointmentsApiModule } from './appointments/appointments.module.js';
import { AuditApiModule } from './audit/audit.module.js';
import { BreakGlassApiModule } from './break-glass/break-glass.module.js';
import { BriefsApiModule } from './briefs/briefs.module.js';
import { CareTeamApiModule } from './care-team/care-team.module.js';
import { ClinicStartsApiModule } from './clinic-starts/clinic-starts.module.js';
import { ClientsApiModule } from './clients/clients.module.js';
import { ClinicApiModule } from './clinic/clinic.module.js';
import { DeliveriesApiModule } from './deliveries/deliveries.module.js';
import { FrontDoorModule } from './front-door.module.js';
import { InvitationsApiModule } from './invitations/invitations.module.js';
import { KetamineSessionsApiModule } from './ketamine-sessions/ketamine-sessions.module.js';
import { LibraryApiModule } from './library/library.module.js';
import { MailHooksModule } from './mail-hooks/mail-hooks.module.js';
import { MeasuresApiModule } from './measures/measures.module.js';
import { PasswordResetsApiModule } from './password-resets/password-resets.module.js';
import { PlansApiModule } from './plans/plans.module.js';
import { PromptsApiModule } from './prompts/prompts.module.js';
import { ReflectionsApiModule } from './reflections/reflections.module.js';
import { ReplyModule } from './reply/reply.module.js';
import { SafetyApiModule } from './safety/safety.module.js';
import { ServiceApiModule } from './service/service.module.js';
import { StaffAccountsApiModule } from './staff/staff-accounts.module.js';
import { ThreadsApiModule } from './threads/threads.module.js';

/** The API: the front door, and one module a feature. */
@Module({
  imports: [
    FrontDoorModule,
    AbsencesApiModule,
    AppointmentsApiModule,
    AuditApiModule,
    BreakGlassApiModule,
    BriefsApiModule,
    CareTeamApiModule,
    ClinicStartsApiModule,
    ClientsApiModule,
    ClinicApiModule,
    DeliveriesApiModule,
    InvitationsApiModule,
    KetamineSessionsApiModule,
    LibraryApiModule,
    MailHooksModule,
    MeasuresApiModule,
    PasswordResetsApiModule,
    PlansApiModule,
    PromptsApiModule,
    ReflectionsApiModule,
    ReplyModule,
    SafetyApiModule,
    ServiceApiModule,
    StaffAccountsApiModule,
    ThreadsApiModule,
  ],
})
export class ApiModule {}
