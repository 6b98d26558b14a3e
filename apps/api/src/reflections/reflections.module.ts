import { Module } from '@nestjs/common';
import { ReflectionsModule } from '@app/reflections/reflections.module.js';
import { ThreadsModule } from '@app/threads/threads.module.js';
import { ProcessNotesController } from './process-notes.controller.js';
import { ReflectionsController } from './reflections.controller.js';

@Module({
  imports: [ReflectionsModule, ThreadsModule],
  controllers: [ReflectionsController, ProcessNotesController],
})
export class ReflectionsApiModule {}
