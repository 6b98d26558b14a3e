import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { DraftsService } from './drafts.service.js';
import { ReadingsService } from './readings.service.js';
import { ReflectionsService } from './reflections.service.js';
import { SentReflectionsService } from './sent-reflections.service.js';

@Module({
  imports: [AuditModule],
  providers: [DraftsService, ReadingsService, ReflectionsService, SentReflectionsService],
  exports: [DraftsService, ReadingsService, ReflectionsService, SentReflectionsService],
})
export class ReflectionsModule {}
