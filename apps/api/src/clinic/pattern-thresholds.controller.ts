import { Body, Controller, Get, Put } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { PatternThresholdsService } from '@app/safety/patterns/pattern-thresholds.service.js';
import { PatternThresholdsView } from '@app/safety/patterns/pattern-thresholds.view.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { PutPatternThresholdsDto } from './pattern-thresholds.dto.js';

@Controller('clinic/pattern-thresholds')
export class PatternThresholdsController {
  constructor(private readonly thresholds: PatternThresholdsService) {}

  /** From when on something is worth asking about: the clinic's figures, the usual ones, and how far they go. */
  @Get()
  @Roles('admin')
  read(@By() actor: StaffActor): Promise<PatternThresholdsView> {
    return this.thresholds.read(actor);
  }

  /** Sets all of them. Clients see them on "Who sees what". */
  @Put()
  @Roles('admin')
  put(@By() actor: StaffActor, @Body() body: PutPatternThresholdsDto): Promise<PatternThresholdsView> {
    const { version, ...thresholds } = body;
    return this.thresholds.put(actor, { version, thresholds });
  }
}
