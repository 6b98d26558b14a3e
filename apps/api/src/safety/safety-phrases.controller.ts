import { Controller, Get } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { SafetyPhrasesService } from '@app/safety/safety-phrases.service.js';
import { SafetyPhrasesView } from '@app/safety/safety-phrases.view.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';

/** What a computer looks for in what clients send. */
@Controller('clinic/safety-phrases')
@Roles('admin', 'practitioner')
export class SafetyPhrasesController {
  constructor(private readonly phrases: SafetyPhrasesService) {}

  /** The lists of phrases, and whether the clinic has them looked for: PATCH /clinic sets that. */
  @Get()
  read(@By() actor: StaffActor): Promise<SafetyPhrasesView> {
    return this.phrases.read(actor);
  }
}
