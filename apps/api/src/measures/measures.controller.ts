import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { MeasureListView, MeasureView } from '@app/measures/measure.view.js';
import { MeasuresService } from '@app/measures/measures.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { AddMeasureDto } from './add-measure.dto.js';

@Controller('measures')
@Roles('practitioner', 'admin')
export class MeasuresController {
  constructor(private readonly measures: MeasuresService) {}

  /** Published questionnaires, and the clinic's own, archived ones too. */
  @Get()
  list(@By() actor: StaffActor): Promise<MeasureListView> {
    return this.measures.list(actor);
  }

  /** Adds one of the clinic's own, or its next version. 422 with everything that is wrong with the definition. */
  @Post()
  @Roles('admin')
  add(@By() actor: StaffActor, @Body() { definition }: AddMeasureDto): Promise<MeasureView> {
    return this.measures.add(actor, definition);
  }

  /** Takes one of the clinic's own out of the list; results keep it. */
  @Post(':code/archiving')
  @Roles('admin')
  archive(@By() actor: StaffActor, @Param('code') code: string): Promise<MeasureView> {
    return this.measures.archive(actor, code);
  }
}
