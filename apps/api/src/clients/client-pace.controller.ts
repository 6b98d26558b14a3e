import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { ClientView } from '@app/clients/client.view.js';
import { ConsentCourseService } from '@app/course/consent-course.service.js';
import { RestCourseService } from '@app/course/rest-course.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { RestDto } from './pace.dto.js';

@Controller('clients/:id')
@Roles('practitioner', 'coordinator')
export class ClientPaceController {
  constructor(
    private readonly rests: RestCourseService,
    private readonly consents: ConsentCourseService,
  ) {}

  /** Lets the client's questions rest; they are told, and can end it. */
  @Post('rest')
  rest(@By() actor: StaffActor, @Param('id') id: string, @Body() { length }: RestDto): Promise<ClientView> {
    return this.rests.begin(actor, id, length);
  }

  /** Ends a rest, whoever began it. */
  @Delete('rest')
  endRest(@By() actor: StaffActor, @Param('id') id: string): Promise<ClientView> {
    return this.rests.end(actor, id);
  }

  /** Asks the client by e-mail whether e-mails are welcome. */
  @Post('opt-in')
  @HttpCode(202)
  async optIn(@By() actor: StaffActor, @Param('id') id: string): Promise<object> {
    await this.consents.ask(actor, id);
    return {};
  }
}
