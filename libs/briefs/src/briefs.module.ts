import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { MeasuresModule } from '@app/measures/measures.module.js';
import { ReflectionsModule } from '@app/reflections/reflections.module.js';
import { SafetyModule } from '@app/safety/safety.module.js';
import { ThreadsModule } from '@app/threads/threads.module.js';
import { BriefExtrasService } from './brief-extras.service.js';
import { BriefsService } from './briefs.service.js';
import { ChartNotes } from './chart-notes.service.js';
import { ClientPatterns } from './client-patterns.service.js';
import { CourseCharts } from './course-charts.service.js';
import { DaysBriefs } from './days-briefs.service.js';
import { PatternNotes } from './pattern-notes.service.js';
import { StaffDigests } from './staff-digests.service.js';
import { TodayCalls } from './today-calls.service.js';
import { TodayCare } from './today-care.service.js';
import { TodayService } from './today.service.js';

@Module({
  imports: [
    AuditModule,
    ClientsModule,
    ClinicsModule,
    MeasuresModule,
    ReflectionsModule,
    SafetyModule,
    ThreadsModule,
  ],
  providers: [
    BriefExtrasService,
    BriefsService,
    ChartNotes,
    ClientPatterns,
    CourseCharts,
    DaysBriefs,
    PatternNotes,
    StaffDigests,
    TodayCalls,
    TodayCare,
    TodayService,
  ],
  exports: [BriefsService, ChartNotes, ClientPatterns, CourseCharts, DaysBriefs, StaffDigests, TodayService],
})
export class BriefsModule {}
