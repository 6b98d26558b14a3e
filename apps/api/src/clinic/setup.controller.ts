import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ClinicSetupService } from '@app/clinics/settings/clinic-setup.service.js';
import { SetupView } from '@app/clinics/settings/setup.view.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';

@Controller('clinic/setup')
@Roles('admin')
export class SetupController {
  constructor(private readonly setup: ClinicSetupService) {}

  /** What is done of setting up the clinic, and what is not. */
  @Get()
  read(@By() actor: StaffActor): Promise<SetupView> {
    return this.setup.read(actor);
  }

  /** Says that the clinic is ready for its clients. */
  @Post('finishing')
  @HttpCode(200)
  finish(@By() actor: StaffActor): Promise<SetupView> {
    return this.setup.finish(actor);
  }
}
