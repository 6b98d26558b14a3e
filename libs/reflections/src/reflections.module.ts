import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { MeasuresModule } from '@app/measures/measures.module.js';
import { DraftsService } from './drafts.service.js';
import { MarksService } from './marks.service.js';
import { MeasureResultsService } from './measure-results.service.js';
import { ProcessNotesService } from './process-notes.service.js';
import { ReaderService } from './reader.service.js';
import { ReadingsService } from './readings.service.js';
import { ReflectionPartsService } from './reflection-parts.service.js';
import { ReflectionSearchService } from './reflection-search.service.js';
import { ReflectionsService } from './reflections.service.js';
import { SentReflectionsService } from './sent-reflections.service.js';
import { WishesService } from './wishes.service.js';
import { WithdrawalsService } from './withdrawals.service.js';

const SERVICES = [
  DraftsService,
  MarksService,
  MeasureResultsService,
  ProcessNotesService,
  ReaderService,
  ReadingsService,
  ReflectionPartsService,
  ReflectionSearchService,
  ReflectionsService,
  SentReflectionsService,
  WishesService,
  WithdrawalsService,
];

@Module({
  imports: [AuditModule, ClientsModule, MeasuresModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class ReflectionsModule {}
