import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { InvitationAcceptance } from '@app/clinics/invitations/invitation-acceptance.service.js';
import { OpenedInvitationView } from '@app/clinics/invitations/invitation.view.js';
import { Public } from '../auth/public.decorator.js';
import { AcceptInvitationDto, OpenInvitationDto } from './invitation.dto.js';

@Controller('invitations')
@Public()
export class InvitationAcceptanceController {
  constructor(private readonly acceptance: InvitationAcceptance) {}

  /** What the link of an invitation holds. Changes nothing: programs that open links in mail may call it. */
  @Post('opening')
  @HttpCode(200)
  open(@Body() { token }: OpenInvitationDto): Promise<OpenedInvitationView> {
    return this.acceptance.open(token);
  }

  /** Uses the link up: the person joins the staff, and then signs in as usual. */
  @Post('acceptance')
  @HttpCode(204)
  accept(@Body() { token, name, password }: AcceptInvitationDto, @Ip() ip: string): Promise<void> {
    return this.acceptance.accept(token, { name, password }, ip);
  }
}
