import { Controller, Get } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { StaffService } from '@app/clinics/staff/staff.service.js';
import { MeView } from '@app/clinics/staff/staff.view.js';
import { By } from './by.decorator.js';

@Controller('me')
export class MeController {
  constructor(private readonly staff: StaffService) {}

  /** The signed-in person and their clinic. */
  @Get()
  me(@By() actor: StaffActor): Promise<MeView> {
    return this.staff.me(actor);
  }
}
