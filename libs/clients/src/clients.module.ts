import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { BreakGlassService } from './break-glass/break-glass.service.js';
import { CareTeamsService } from './care-teams.service.js';
import { ClientChangesService } from './client-changes.service.js';
import { ClientIntakeService } from './client-intake.service.js';
import { ClientsService } from './clients.service.js';
import { LapsedUnlocks } from './lapsed-unlocks.service.js';
import { PassphraseService } from './passphrase.service.js';

const SERVICES = [
  ClientsService,
  ClientIntakeService,
  ClientChangesService,
  CareTeamsService,
  PassphraseService,
  LapsedUnlocks,
  BreakGlassService,
];

@Module({
  imports: [AuditModule, ClinicsModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class ClientsModule {}
