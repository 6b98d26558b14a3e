import { Module } from '@nestjs/common';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { StaffController } from './staff.controller.js';

@Module({ imports: [ClinicsModule], controllers: [StaffController] })
export class StaffApiModule {}
