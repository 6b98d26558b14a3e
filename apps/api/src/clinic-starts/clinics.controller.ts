import { Body, Controller, Post } from '@nestjs/common';
import { FurtherClinics } from '@app/clinics/founding/further-clinics.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { StepUp } from '../auth/step-up.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { StartClinicDto } from './clinic-start.dto.js';
import { StartedClinicView } from './clinic-start.view.js';

@Controller('clinics')
export class ClinicsController {
  constructor(private readonly further: FurtherClinics) {}

  /** Starts a further clinic, of which you are admin and practitioner. This sign-in stays in the one it is for. */
  @Post()
  @StepUp()
  async start(
    @By() actor: StaffActor,
    @Body() body: StartClinicDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<StartedClinicView> {
    return { id: await this.further.start(actor, body, key) };
  }
}
