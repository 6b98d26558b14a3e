import { Module } from '@nestjs/common';
import { ClientsModule } from '@app/clients/clients.module.js';
import { CareTeamController } from './care-team.controller.js';

@Module({ imports: [ClientsModule], controllers: [CareTeamController] })
export class CareTeamApiModule {}
