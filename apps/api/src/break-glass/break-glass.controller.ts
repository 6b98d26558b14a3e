import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { BreakGlassView } from '@app/clients/break-glass/break-glass.view.js';
import { BreakGlassService } from '@app/clients/break-glass/break-glass.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { StepUp } from '../auth/step-up.decorator.js';
import { BreakGlassDto, SearchClientsDto } from './break-glass.dto.js';
import { BreakGlassListView, FoundClientListView } from './break-glass-lists.view.js';

/** Opening the record of a client one does not read for: with a reason, for an hour at most, told to others. */
@Controller()
export class BreakGlassController {
  constructor(private readonly breakGlass: BreakGlassService) {}

  /** Clients whose words are out of your reach, by a part of their name. */
  @Post('break-glass/search')
  @Roles('practitioner')
  @StepUp()
  @HttpCode(200)
  async search(@By() actor: StaffActor, @Body() { name }: SearchClientsDto): Promise<FoundClientListView> {
    return { items: await this.breakGlass.search(actor, name), next: null };
  }

  /** Opens a client’s record. Their care team and every admin are told. */
  @Post('clients/:id/break-glass')
  @Roles('practitioner')
  @StepUp()
  open(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: BreakGlassDto,
  ): Promise<BreakGlassView> {
    return this.breakGlass.open(actor, id, body);
  }

  /** Records opened within 90 days: all for an admin, else your own and those of clients in your reach. */
  @Get('break-glass')
  @Roles('admin', 'practitioner')
  async list(@By() actor: StaffActor): Promise<BreakGlassListView> {
    return { items: await this.breakGlass.list(actor), next: null };
  }

  /** Closes a record that you opened, before its time. */
  @Post('break-glass/:id/ending')
  @Roles('practitioner')
  end(@By() actor: StaffActor, @Param('id') id: string): Promise<BreakGlassView> {
    return this.breakGlass.end(actor, id);
  }
}
