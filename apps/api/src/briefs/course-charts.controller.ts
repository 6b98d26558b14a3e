import { Controller, Get, Param } from '@nestjs/common';
import { CourseCharts } from '@app/briefs/course-charts.service.js';
import { CourseCheckInsView, MeasureCourseListView } from '@app/briefs/course-charts.view.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';

@Controller('clients/:id')
@Roles('practitioner')
export class CourseChartsController {
  constructor(private readonly charts: CourseCharts) {}

  /** Totals of the measures a client finished; for every seat of the care team. */
  @Get('measures')
  measures(@By() actor: StaffActor, @Param('id') id: string): Promise<MeasureCourseListView> {
    return this.charts.measuresOf(actor, id);
  }

  /** Check-ins of the whole course, and everyday shifts; for who reads the client's words. */
  @Get('check-ins')
  checkIns(@By() actor: StaffActor, @Param('id') id: string): Promise<CourseCheckInsView> {
    return this.charts.checkInsOf(actor, id);
  }
}
