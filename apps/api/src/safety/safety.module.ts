import { Module } from '@nestjs/common';
import { SafetyModule } from '@app/safety/safety.module.js';
import { SafetyFlagsController } from './safety-flags.controller.js';
import { SafetyLogController } from './safety-log.controller.js';
import { SafetyPhrasesController } from './safety-phrases.controller.js';
import { SafetyPlansController } from './safety-plans.controller.js';
import { SafetyWebhookController } from './safety-webhook.controller.js';

@Module({
  imports: [SafetyModule],
  controllers: [
    SafetyFlagsController,
    SafetyLogController,
    SafetyPhrasesController,
    SafetyPlansController,
    SafetyWebhookController,
  ],
})
export class SafetyApiModule {}
