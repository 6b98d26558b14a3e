import { Controller, Get, Param } from '@nestjs/common';
import { ClientPatterns } from '@app/briefs/client-patterns.service.js';
import { CourseCharts } from '@app/briefs/course-charts.service.js';
import { CourseCheckInsView, MeasureCourseListView } from '@app/briefs/course-charts.view.js';
import { PatternNoteListView } from '@app/briefs/pattern-note.view.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';

@Controller('clients/:id')
@Roles('practitioner')
export class CourseChartsController {
  constructor(
    private readonly charts: CourseCharts,
    private readonly patterns: ClientPatterns,
  ) {}

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

  /** What is worth asking about as of now, each with its figures; for who reads the client's words. */
  @Get('pattern-notes')
  patternNotes(@By() actor: StaffActor, @Param('id') id: string): Promise<PatternNoteListView> {
    return this.patterns.list(actor, id);
  }
}
