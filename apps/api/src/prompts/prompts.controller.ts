import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { DispatchService } from '@app/prompts/dispatch.service.js';
import { PromptView } from '@app/prompts/prompt.view.js';
import { PromptsService } from '@app/prompts/prompts.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ListQuery } from '../http/list-query.dto.js';
import { ChangePromptDto, PromptListView } from './prompts.dto.js';

@Controller()
export class PromptsController {
  constructor(
    private readonly prompts: PromptsService,
    private readonly dispatches: DispatchService,
  ) {}

  /** A client's prompts, each with its time on the client's clock and the reasons it stands there. */
  @Get('clients/:id/prompts')
  list(@By() actor: StaffActor, @Param('id') id: string, @Query() query: ListQuery): Promise<PromptListView> {
    return this.prompts.list(actor, id, query);
  }

  /** Sends a prompt now. */
  @Post('prompts/:id/dispatch')
  @Roles('practitioner')
  dispatch(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: ChangePromptDto,
  ): Promise<PromptView> {
    return this.dispatches.dispatch(actor, id, body.version);
  }

  /** Holds a prompt back. */
  @Post('prompts/:id/hold')
  @Roles('practitioner')
  hold(@By() actor: StaffActor, @Param('id') id: string, @Body() body: ChangePromptDto): Promise<PromptView> {
    return this.dispatches.hold(actor, id, body.version);
  }

  /** Lets a held prompt go on. */
  @Delete('prompts/:id/hold')
  @Roles('practitioner')
  release(@By() actor: StaffActor, @Param('id') id: string): Promise<PromptView> {
    return this.dispatches.release(actor, id);
  }

  /** Takes a prompt out for good. */
  @Post('prompts/:id/cancellation')
  @Roles('practitioner')
  cancel(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: ChangePromptDto,
  ): Promise<PromptView> {
    return this.dispatches.cancel(actor, id, body.version);
  }
}
