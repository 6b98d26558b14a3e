import { Module } from '@nestjs/common';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { AbsencesController } from './absences.controller.js';

@Module({ imports: [ClinicsModule], controllers: [AbsencesController] })
export class AbsencesApiModule {}
