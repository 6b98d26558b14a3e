import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { CallRequestView } from '@app/safety/call-request.view.js';
import { SafetyService } from '@app/safety/safety.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { instantOf } from '../http/validators.js';
import { AcknowledgeCallRequestDto, CloseCallRequestDto } from './call-request.dto.js';

/** Requests for a call: opened, acknowledged with "I will call by …", closed with what was done. */
@Controller('safety-flags/:id')
export class CallRequestsController {
  constructor(private readonly safety: SafetyService) {}

  /** Opening the flag. */
  @Get()
  open(@By() actor: StaffActor, @Param('id') id: string): Promise<CallRequestView> {
    return this.safety.open(actor, id);
  }

  /** Says by when somebody calls. */
  @Post('acknowledgement')
  @Roles('practitioner', 'coordinator')
  acknowledge(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version, callBy }: AcknowledgeCallRequestDto,
  ): Promise<CallRequestView> {
    return this.safety.acknowledge(actor, id, { version, callBy: instantOf(callBy) });
  }

  /** Says what was done, after the acknowledgement: who reads the client's words, or who acknowledged. */
  @Post('closing')
  @Roles('practitioner', 'coordinator')
  close(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: CloseCallRequestDto,
  ): Promise<CallRequestView> {
    return this.safety.close(actor, id, body);
  }
}
