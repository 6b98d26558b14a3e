import { Controller, Get, Param } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { BriefView } from '@app/briefs/brief.view.js';
import { BriefsService } from '@app/briefs/briefs.service.js';
import { TodayService } from '@app/briefs/today.service.js';
import { TodayView } from '@app/briefs/today.view.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';

@Controller()
export class BriefsController {
  constructor(
    private readonly todays: TodayService,
    private readonly briefs: BriefsService,
  ) {}

  /** What needs this person today. */
  @Get('today')
  today(@By() actor: StaffActor): Promise<TodayView> {
    return this.todays.today(actor);
  }

  /** The page to read before an appointment. */
  @Get('appointments/:id/brief')
  @Roles('practitioner')
  brief(@By() actor: StaffActor, @Param('id') id: string): Promise<BriefView> {
    return this.briefs.brief(actor, id);
  }
}
