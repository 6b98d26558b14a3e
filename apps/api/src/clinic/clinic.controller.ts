import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ClinicSettingsService } from '@app/clinics/settings/clinic-settings.service.js';
import { ClinicView } from '@app/clinics/settings/clinic.view.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ChangeClinicDto } from './clinic.dto.js';

@Controller('clinic')
export class ClinicController {
  constructor(private readonly settings: ClinicSettingsService) {}

  /** The clinic you are signed in to. */
  @Get()
  read(@By() actor: StaffActor): Promise<ClinicView> {
    return this.settings.read(actor);
  }

  /** Changes its name, number, country or reading days. */
  @Patch()
  @Roles('admin')
  change(@By() actor: StaffActor, @Body() body: ChangeClinicDto): Promise<ClinicView> {
    return this.settings.change(actor, body);
  }
}
