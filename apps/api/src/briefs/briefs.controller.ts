import { Controller, Get, Param } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { BriefListView, BriefView } from '@app/briefs/brief.view.js';
import { BriefsService } from '@app/briefs/briefs.service.js';
import { ChartNoteView } from '@app/briefs/chart-note.view.js';
import { ChartNotes } from '@app/briefs/chart-notes.service.js';
import { DaysBriefs } from '@app/briefs/days-briefs.service.js';
import { TodayService } from '@app/briefs/today.service.js';
import { TodayView } from '@app/briefs/today.view.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';

@Controller()
export class BriefsController {
  constructor(
    private readonly todays: TodayService,
    private readonly briefs: BriefsService,
    private readonly daysBriefs: DaysBriefs,
    private readonly chartNotes: ChartNotes,
  ) {}

  /** What needs this person today. */
  @Get('today')
  today(@By() actor: StaffActor): Promise<TodayView> {
    return this.todays.today(actor);
  }

  /** The pages to read before one's calls today, in the order of the calls: to be printed together. */
  @Get('briefs/today')
  @Roles('practitioner')
  allOfToday(@By() actor: StaffActor): Promise<BriefListView> {
    return this.daysBriefs.today(actor);
  }

  /** The page to read before an appointment; in the body seat flags and measures alone. */
  @Get('appointments/:id/brief')
  @Roles('practitioner')
  brief(@By() actor: StaffActor, @Param('id') id: string): Promise<BriefView> {
    return this.briefs.brief(actor, id);
  }

  /** A note for the clinic's chart in plain text, of what one has read. */
  @Get('appointments/:id/chart-note')
  @Roles('practitioner')
  chartNote(@By() actor: StaffActor, @Param('id') id: string): Promise<ChartNoteView> {
    return this.chartNotes.of(actor, id);
  }
}
