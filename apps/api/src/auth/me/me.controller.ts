import { Body, Controller, Get, HttpCode, Patch, Put } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { PasswordChangeService } from '@app/clinics/sign-ins/password-change.service.js';
import { StaffService } from '@app/clinics/staff/staff.service.js';
import { MeView } from '@app/clinics/staff/staff.view.js';
import { By } from '../by.decorator.js';
import { StepUp } from '../step-up.decorator.js';
import { ChangeMeDto } from './change-me.dto.js';
import { ChangePasswordDto } from './change-password.dto.js';

@Controller('me')
export class MeController {
  constructor(
    private readonly staff: StaffService,
    private readonly passwords: PasswordChangeService,
  ) {}

  /** The signed-in person and their clinics. */
  @Get()
  me(@By() actor: StaffActor): Promise<MeView> {
    return this.staff.me(actor);
  }

  /** What the person wishes for themselves in this clinic. */
  @Patch()
  change(@By() actor: StaffActor, @Body() wishes: ChangeMeDto): Promise<MeView> {
    return this.staff.choose(actor, wishes);
  }

  /** Another password. Every other sign-in of this account ends with it. */
  @Put('password')
  @StepUp()
  @HttpCode(204)
  changePassword(@By() actor: StaffActor, @Body() change: ChangePasswordDto): Promise<void> {
    return this.passwords.change(actor, change);
  }
}
