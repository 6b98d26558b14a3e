import { Module } from '@nestjs/common';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { SafetyNoticesService } from './safety-notices.service.js';

/** Only the worker sends. */
@Module({
  imports: [ClinicsModule],
  providers: [SafetyNoticesService],
  exports: [SafetyNoticesService],
})
export class SafetyNoticesModule {}
