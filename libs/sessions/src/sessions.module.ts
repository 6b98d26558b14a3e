import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { AppointmentsService } from './appointments.service.js';
import { BringListsService } from './bring-lists.service.js';
import { ClosingNotesService } from './closing-notes.service.js';
import { SeriesService } from './series.service.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [AuditModule, ClinicsModule, ClientsModule],
  providers: [SessionsService, SeriesService, AppointmentsService, BringListsService, ClosingNotesService],
  exports: [SessionsService, SeriesService, AppointmentsService, BringListsService, ClosingNotesService],
})
export class SessionsModule {}
