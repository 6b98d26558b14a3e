import { Module } from '@nestjs/common';
import { ClientsModule } from '@app/clients/clients.module.js';
import { CourseModule } from '@app/course/course.module.js';
import { ClientPaceController } from './client-pace.controller.js';
import { ClientsController } from './clients.controller.js';
import { PassphraseResetsController } from './passphrase-resets.controller.js';

@Module({
  imports: [ClientsModule, CourseModule],
  controllers: [ClientsController, ClientPaceController, PassphraseResetsController],
})
export class ClientsApiModule {}
