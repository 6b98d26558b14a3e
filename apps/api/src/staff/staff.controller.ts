import { Controller, Get } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { StaffService } from '@app/clinics/staff/staff.service.js';
import { By } from '../auth/by.decorator.js';
import { StaffListView } from './staff.view.js';

@Controller('staff')
export class StaffController {
  constructor(private readonly staff: StaffService) {}

  /** Colleagues at work now, by name. */
  @Get()
  async list(@By() actor: StaffActor): Promise<StaffListView> {
    return { items: await this.staff.colleagues(actor), next: null };
  }
}
