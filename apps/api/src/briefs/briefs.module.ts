import { Module } from '@nestjs/common';
import { BriefsModule } from '@app/briefs/briefs.module.js';
import { BriefsController } from './briefs.controller.js';

@Module({ imports: [BriefsModule], controllers: [BriefsController] })
export class BriefsApiModule {}
