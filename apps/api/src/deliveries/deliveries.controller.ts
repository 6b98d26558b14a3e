import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ClientView } from '@app/clients/client.view.js';
import type { StaffActor } from '@app/platform/actor.js';
import { DeliveriesService } from '@app/prompts/deliveries.service.js';
import { ClientMailingListView, DeliveryEventView } from '@app/prompts/delivery.view.js';
import { PromptView } from '@app/prompts/prompt.view.js';
import { SuppressionService } from '@app/prompts/suppression.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { LiftSuppressionDto } from './suppression-lifting.dto.js';

@Controller()
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly suppression: SuppressionService,
  ) {}

  /** A client's e-mails and what became of them, the newest first. */
  @Get('clients/:id/mailings')
  async list(@By() actor: StaffActor, @Param('id') id: string): Promise<ClientMailingListView> {
    return { items: await this.deliveries.list(actor, id), next: null };
  }

  /** Somebody has seen to what a mail server said. */
  @Post('delivery-events/:id/settling')
  @Roles('practitioner', 'coordinator')
  settle(@By() actor: StaffActor, @Param('id') id: string): Promise<DeliveryEventView> {
    return this.deliveries.settle(actor, id);
  }

  /** The client says that the e-mail arrived of which nobody knew. */
  @Post('prompts/:id/delivery-confirmation')
  @Roles('practitioner', 'coordinator')
  confirm(@By() actor: StaffActor, @Param('id') id: string): Promise<PromptView> {
    return this.deliveries.confirmArrival(actor, id);
  }

  /** Writes to an address again that took no mail, after the client was asked. */
  @Post('clients/:id/suppression-lifting')
  @Roles('practitioner', 'coordinator')
  lift(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: LiftSuppressionDto,
  ): Promise<ClientView> {
    return this.suppression.lift(actor, id, body);
  }
}
