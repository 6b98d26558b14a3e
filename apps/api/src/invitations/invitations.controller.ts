import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { InvitationView } from '@app/clinics/invitations/invitation.view.js';
import { InvitationsService } from '@app/clinics/invitations/invitations.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { StepUp } from '../auth/step-up.decorator.js';
import { InvitationListView } from './invitation-list.view.js';
import { InvitationVersionDto, InviteDto } from './invitation.dto.js';

@Controller('invitations')
@Roles('admin')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /** Everybody who was invited to this clinic, newest first. */
  @Get()
  async list(@By() actor: StaffActor): Promise<InvitationListView> {
    return { items: await this.invitations.list(actor), next: null };
  }

  /** Invites a person by e-mail. The answer does not tell whether their address has an account. */
  @Post()
  @StepUp()
  invite(@By() actor: StaffActor, @Body() body: InviteDto): Promise<InvitationView> {
    return this.invitations.invite(actor, body);
  }

  /** Sends a new link, good for another day; older links end. */
  @Post(':id/resending')
  @StepUp()
  resend(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: InvitationVersionDto,
  ): Promise<InvitationView> {
    return this.invitations.resend(actor, id, version);
  }

  /** Takes the invitation back; its links end at once. */
  @Post(':id/revocation')
  @StepUp()
  revoke(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: InvitationVersionDto,
  ): Promise<InvitationView> {
    return this.invitations.revoke(actor, id, version);
  }
}
