import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { RosterListView, RosterView } from '@app/clinics/settings/roster.view.js';
import { RostersService } from '@app/clinics/settings/rosters.service.js';
import { RosterCourseService } from '@app/course/roster-course.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { PutRosterDto } from './roster.dto.js';

@Controller('rosters')
export class RostersController {
  constructor(
    private readonly rosters: RostersService,
    private readonly course: RosterCourseService,
  ) {}

  /** Who answers safety flags. The address of an outside backup is told to admins alone. */
  @Get()
  async list(@By() actor: StaffActor): Promise<RosterListView> {
    return { items: await this.rosters.list(actor), next: null };
  }

  /** Sets one: `psychological` or `medical`. Prompts that wait for a staffed morning move with it. */
  @Put(':kind')
  @Roles('admin')
  put(@By() actor: StaffActor, @Param('kind') kind: string, @Body() body: PutRosterDto): Promise<RosterView> {
    return this.course.putRoster(actor, kind, body);
  }
}
