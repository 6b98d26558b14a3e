import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { ThreadStagesService } from '@app/threads/thread-stages.service.js';
import { ThreadSuggestionsService } from '@app/threads/thread-suggestions.service.js';
import { ThreadListView, ThreadSuggestionListView, ThreadView } from '@app/threads/thread.view.js';
import { ThreadsService } from '@app/threads/threads.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ClientListQuery } from '../clients/client-list-query.dto.js';
import {
  AddThreadDto,
  ChangeThreadDto,
  CheckThreadDto,
  SetStageDto,
  ThreadVersionDto,
} from './thread.dto.js';

@Controller()
@Roles('practitioner')
export class ThreadsController {
  constructor(
    private readonly threads: ThreadsService,
    private readonly stages: ThreadStagesService,
    private readonly suggestions: ThreadSuggestionsService,
  ) {}

  /** A client's threads, oldest first, archived ones too; for who reads their words. */
  @Get('clients/:id/threads')
  list(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: ClientListQuery,
  ): Promise<ThreadListView> {
    return this.threads.list(actor, id, query);
  }

  /** Names a strand that keeps coming back, or leaves it unnamed. */
  @Post('clients/:id/threads')
  add(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { name = null, scale = null, originReflectionId }: AddThreadDto,
  ): Promise<ThreadView> {
    return this.threads.add(actor, id, { name, scale, originReflectionId });
  }

  /** Words the client used in at least three reflections that one has read; never words of anybody else. */
  @Get('clients/:id/thread-suggestions')
  suggest(@By() actor: StaffActor, @Param('id') id: string): Promise<ThreadSuggestionListView> {
    return this.suggestions.list(actor, id);
  }

  /** Names it anew, shares its name with the client's pages or not, or says what both ends of its scale mean. */
  @Patch('threads/:id')
  change(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version, name, shared, scale }: ChangeThreadDto,
  ): Promise<ThreadView> {
    return this.threads.change(actor, id, { version, name, shared, scale });
  }

  /** Puts it away, with its history. */
  @Post('threads/:id/archiving')
  @HttpCode(200)
  archive(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: ThreadVersionDto,
  ): Promise<ThreadView> {
    return this.threads.setArchived(actor, id, { version, archived: true });
  }

  /** Brings it back. */
  @Post('threads/:id/restoration')
  @HttpCode(200)
  restore(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: ThreadVersionDto,
  ): Promise<ThreadView> {
    return this.threads.setArchived(actor, id, { version, archived: false });
  }

  /** Sets a stage, in any order, with at least one quoted span of what one has read. */
  @Post('threads/:id/stages')
  setStage(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version, stage, evidence }: SetStageDto,
  ): Promise<ThreadView> {
    return this.stages.set(actor, id, { version, stage, evidence });
  }

  /** Takes one's own stage back, within ten minutes. */
  @Delete('threads/:id/stages/:stageId')
  undoStage(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Param('stageId') stageId: string,
  ): Promise<ThreadView> {
    return this.stages.undo(actor, id, stageId);
  }

  /** Writes down what the client says of it on the call. */
  @Post('threads/:id/checks')
  check(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { fit, words, rating }: CheckThreadDto,
  ): Promise<ThreadView> {
    return this.stages.check(actor, id, { fit, words, rating });
  }
}
