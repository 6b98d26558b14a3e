import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { CareTeamsService } from '@app/clients/care-teams.service.js';
import { ClientView } from '@app/clients/client.view.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { StepUp } from '../auth/step-up.decorator.js';
import { SeatDto } from './care-team.dto.js';

/** Who reads for one client. */
@Controller('clients/:id/care-team/:staffMemberId')
@Roles('admin', 'practitioner')
export class CareTeamController {
  constructor(private readonly careTeams: CareTeamsService) {}

  /** Gives a practitioner a seat, or another one. */
  @Put()
  @StepUp()
  seat(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Param('staffMemberId') staffMemberId: string,
    @Body() { seat }: SeatDto,
  ): Promise<ClientView> {
    return this.careTeams.seat(actor, id, staffMemberId, seat);
  }

  /** Takes somebody off the care team, as long as somebody else reads. */
  @Delete()
  @StepUp()
  leave(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Param('staffMemberId') staffMemberId: string,
  ): Promise<ClientView> {
    return this.careTeams.leave(actor, id, staffMemberId);
  }
}
