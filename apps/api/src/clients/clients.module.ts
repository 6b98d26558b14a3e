import { Module } from '@nestjs/common';
import { ClientsModule } from '@app/clients/clients.module.js';
import { CourseModule } from '@app/course/course.module.js';
import { ClientsController } from './clients.controller.js';

@Module({ imports: [ClientsModule, CourseModule], controllers: [ClientsController] })
export class ClientsApiModule {}
