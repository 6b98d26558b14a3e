import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import {
  NewSafetyWebhookView,
  SafetyWebhookTestView,
  SafetyWebhookView,
} from '@app/safety/safety-webhook.view.js';
import { SafetyWebhookSettings } from '@app/safety/safety-webhook-settings.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { StepUp } from '../auth/step-up.decorator.js';
import { PutSafetyWebhookDto } from './safety-webhook.dto.js';

/** Where wordless notices go besides e-mail. */
@Controller('clinic/safety-webhook')
@Roles('admin')
export class SafetyWebhookController {
  constructor(private readonly webhook: SafetyWebhookSettings) {}

  /** Where they go; all null where nowhere. */
  @Get()
  read(@By() actor: StaffActor): Promise<SafetyWebhookView> {
    return this.webhook.read(actor);
  }

  /** Sets it, with a new secret that stands in this answer alone. */
  @Put()
  @StepUp()
  put(@By() actor: StaffActor, @Body() body: PutSafetyWebhookDto): Promise<NewSafetyWebhookView> {
    return this.webhook.put(actor, body);
  }

  /** Notices go by e-mail alone again. */
  @Delete()
  @StepUp()
  @HttpCode(204)
  remove(@By() actor: StaffActor): Promise<void> {
    return this.webhook.remove(actor);
  }

  /** Calls it once, of no flag. */
  @Post('test')
  @StepUp()
  @HttpCode(202)
  test(@By() actor: StaffActor): Promise<SafetyWebhookTestView> {
    return this.webhook.test(actor);
  }
}
