import { Module } from '@nestjs/common';
import { ReflectionsModule } from '@app/reflections/reflections.module.js';
import { ReflectionsController } from './reflections.controller.js';

@Module({ imports: [ReflectionsModule], controllers: [ReflectionsController] })
export class ReflectionsApiModule {}
