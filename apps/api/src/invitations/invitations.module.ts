import { Module } from '@nestjs/common';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { InvitationAcceptanceController } from './invitation-acceptance.controller.js';
import { InvitationsController } from './invitations.controller.js';

@Module({ imports: [ClinicsModule], controllers: [InvitationAcceptanceController, InvitationsController] })
export class InvitationsApiModule {}
