import { Module } from '@nestjs/common';
import { SecurityTxtController } from './security-txt.controller.js';
import { ServiceController } from './service.controller.js';

@Module({ controllers: [SecurityTxtController, ServiceController] })
export class ServiceApiModule {}
