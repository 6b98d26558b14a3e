import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { ProcessNoteListView, ProcessNoteView } from '@app/reflections/process-note.view.js';
import { ProcessNotesService } from '@app/reflections/process-notes.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ClientListQuery } from '../clients/client-list-query.dto.js';
import { ChangeProcessNoteDto, WriteProcessNoteDto } from './reading.dto.js';

/** Private notes, apart from the record. Nobody sees another's. */
@Controller()
@Roles('practitioner')
export class ProcessNotesController {
  constructor(private readonly notes: ProcessNotesService) {}

  /** One's own notes about a client, newest first. */
  @Get('clients/:id/process-notes')
  list(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: ClientListQuery,
  ): Promise<ProcessNoteListView> {
    return this.notes.list(actor, id, query);
  }

  /** Writes one, of a reflection or of none. */
  @Post('clients/:id/process-notes')
  add(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { text, reflectionId }: WriteProcessNoteDto,
  ): Promise<ProcessNoteView> {
    return this.notes.add(actor, id, { text, reflectionId });
  }

  /** Writes one’s own anew. */
  @Put('process-notes/:id')
  change(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version, text }: ChangeProcessNoteDto,
  ): Promise<ProcessNoteView> {
    return this.notes.change(actor, id, { version, text });
  }

  /** Removes one’s own, for good. */
  @Delete('process-notes/:id')
  @HttpCode(204)
  remove(@By() actor: StaffActor, @Param('id') id: string): Promise<void> {
    return this.notes.remove(actor, id);
  }
}
