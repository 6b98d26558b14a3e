import { Module } from '@nestjs/common';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { ClinicStartsController } from './clinic-starts.controller.js';
import { ClinicsController } from './clinics.controller.js';

@Module({ imports: [ClinicsModule], controllers: [ClinicStartsController, ClinicsController] })
export class ClinicStartsApiModule {}
