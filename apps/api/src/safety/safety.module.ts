import { Module } from '@nestjs/common';
import { SafetyModule } from '@app/safety/safety.module.js';
import { CallRequestsController } from './call-requests.controller.js';

@Module({ imports: [SafetyModule], controllers: [CallRequestsController] })
export class SafetyApiModule {}
