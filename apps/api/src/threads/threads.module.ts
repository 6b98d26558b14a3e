import { Module } from '@nestjs/common';
import { ThreadsModule } from '@app/threads/threads.module.js';
import { EarlySignsController } from './early-signs.controller.js';
import { ThreadsController } from './threads.controller.js';

@Module({ imports: [ThreadsModule], controllers: [ThreadsController, EarlySignsController] })
export class ThreadsApiModule {}
