import { Module } from '@nestjs/common';
import { PromptsModule } from '@app/prompts/prompts.module.js';
import { PromptsController } from './prompts.controller.js';

@Module({ imports: [PromptsModule], controllers: [PromptsController] })
export class PromptsApiModule {}
