import { Module } from '@nestjs/common';
import { BriefsModule } from '@app/briefs/briefs.module.js';
import { BriefsController } from './briefs.controller.js';
import { CourseChartsController } from './course-charts.controller.js';

@Module({ imports: [BriefsModule], controllers: [BriefsController, CourseChartsController] })
export class BriefsApiModule {}
