import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { ReflectionsModule } from '@app/reflections/reflections.module.js';
import { SafetyModule } from '@app/safety/safety.module.js';
import { BriefsService } from './briefs.service.js';
import { StaffDigests } from './staff-digests.service.js';
import { TodayCalls } from './today-calls.service.js';
import { TodayService } from './today.service.js';

@Module({
  imports: [AuditModule, ClientsModule, ClinicsModule, ReflectionsModule, SafetyModule],
  providers: [BriefsService, StaffDigests, TodayCalls, TodayService],
  exports: [BriefsService, StaffDigests, TodayService],
})
export class BriefsModule {}
