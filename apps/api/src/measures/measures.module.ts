import { Module } from '@nestjs/common';
import { MeasuresModule } from '@app/measures/measures.module.js';
import { MeasuresController } from './measures.controller.js';

@Module({ imports: [MeasuresModule], controllers: [MeasuresController] })
export class MeasuresApiModule {}
