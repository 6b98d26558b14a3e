import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AbsenceView } from '@app/clinics/absences/absence.view.js';
import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { StepUp } from '../auth/step-up.decorator.js';
import { AddAbsenceDto, EndAbsenceDto } from './absence.dto.js';
import { AbsenceListView } from './absences.view.js';

/** Who is away, and who reads for their clients meanwhile. */
@Controller('absences')
export class AbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  /** Of now, ahead, and over within 30 days. */
  @Get()
  async list(@By() actor: StaffActor): Promise<AbsenceListView> {
    return { items: await this.absences.list(actor), next: null };
  }

  /** Adds one: an admin for anybody, a practitioner for themself. */
  @Post()
  @Roles('admin', 'practitioner')
  @StepUp()
  add(@By() actor: StaffActor, @Body() body: AddAbsenceDto): Promise<AbsenceView> {
    return this.absences.add(actor, body);
  }

  /** Ends one before its time. */
  @Post(':id/ending')
  @Roles('admin', 'practitioner')
  end(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: EndAbsenceDto,
  ): Promise<AbsenceView> {
    return this.absences.end(actor, id, version);
  }
}
