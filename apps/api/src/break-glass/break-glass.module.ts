import { Module } from '@nestjs/common';
import { ClientsModule } from '@app/clients/clients.module.js';
import { BreakGlassController } from './break-glass.controller.js';

@Module({ imports: [ClientsModule], controllers: [BreakGlassController] })
export class BreakGlassApiModule {}
