import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { ClientThreads } from './client-threads.service.js';
import { EarlySignsService } from './early-signs.service.js';
import { ThreadLinks } from './thread-links.service.js';
import { ThreadStagesService } from './thread-stages.service.js';
import { ThreadSuggestionsService } from './thread-suggestions.service.js';
import { ThreadViews } from './thread-views.service.js';
import { ThreadsService } from './threads.service.js';

const SERVICES = [
  ClientThreads,
  EarlySignsService,
  ThreadLinks,
  ThreadStagesService,
  ThreadSuggestionsService,
  ThreadViews,
  ThreadsService,
];

@Module({ imports: [AuditModule, ClinicsModule], providers: SERVICES, exports: SERVICES })
export class ThreadsModule {}
