import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { ClientListView } from '@app/clients/client-row.view.js';
import { ClientView } from '@app/clients/client.view.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { ClientCourseService } from '@app/course/client-course.service.js';
import { ConsentCourseService } from '@app/course/consent-course.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { ListQuery } from '../http/list-query.dto.js';
import { AddClientDto, ChangeClientDto } from './client.dto.js';

@Controller('clients')
export class ClientsController {
  constructor(
    private readonly clients: ClientsService,
    private readonly consents: ConsentCourseService,
    private readonly course: ClientCourseService,
  ) {}

  /** The clients you may see, by name. */
  @Get()
  list(@By() actor: StaffActor, @Query() query: ListQuery): Promise<ClientListView> {
    return this.clients.list(actor, query);
  }

  /** Adds a client. */
  @Post()
  @Roles('practitioner', 'coordinator')
  add(
    @By() actor: StaffActor,
    @Body() body: AddClientDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<ClientView> {
    return this.consents.addClient(actor, body, key);
  }

  /** One client. */
  @Get(':id')
  read(@By() actor: StaffActor, @Param('id') id: string): Promise<ClientView> {
    return this.clients.read(actor, id);
  }

  /** Changes a client; unsent prompts follow. */
  @Patch(':id')
  @Roles('practitioner', 'coordinator')
  change(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: ChangeClientDto,
  ): Promise<ClientView> {
    return this.course.changeClient(actor, id, body);
  }
}
