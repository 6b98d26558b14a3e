import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { EarlySignsService } from '@app/threads/early-signs.service.js';
import { EarlySignListView, EarlySignView } from '@app/threads/thread.view.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ClientListQuery } from '../clients/client-list-query.dto.js';
import { AgreeEarlySignDto, ThreadVersionDto } from './thread.dto.js';

@Controller()
@Roles('practitioner')
export class EarlySignsController {
  constructor(private readonly signs: EarlySignsService) {}

  /** Signs of the old pattern returning, as agreed with the client; oldest first, retired ones too. */
  @Get('clients/:id/early-signs')
  list(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: ClientListQuery,
  ): Promise<EarlySignListView> {
    return this.signs.list(actor, id, query);
  }

  /** Writes down a sign that was agreed, in the client's words. */
  @Post('clients/:id/early-signs')
  agree(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: AgreeEarlySignDto,
  ): Promise<EarlySignView> {
    return this.signs.agree(actor, id, body);
  }

  /** It is not asked about any more. */
  @Post('early-signs/:id/retirement')
  @HttpCode(200)
  retire(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: ThreadVersionDto,
  ): Promise<EarlySignView> {
    return this.signs.retire(actor, id, version);
  }
}
