import { Module } from '@nestjs/common';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { PasswordResetsController } from './password-resets.controller.js';

@Module({ imports: [ClinicsModule], controllers: [PasswordResetsController] })
export class PasswordResetsApiModule {}
