import { Module } from '@nestjs/common';
import { PromptsModule } from '@app/prompts/prompts.module.js';
import { DeliveriesController } from './deliveries.controller.js';

@Module({ imports: [PromptsModule], controllers: [DeliveriesController] })
export class DeliveriesApiModule {}
