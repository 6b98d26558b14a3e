import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { ReadingsService } from '@app/reflections/readings.service.js';
import { ReflectionListView, ReflectionView } from '@app/reflections/reflection.view.js';
import { ReflectionsService } from '@app/reflections/reflections.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ClientListQuery } from '../clients/client-list-query.dto.js';
import { MarkReadDto } from './reading.dto.js';

@Controller()
@Roles('practitioner')
export class ReflectionsController {
  constructor(
    private readonly reflections: ReflectionsService,
    private readonly readings: ReadingsService,
  ) {}

  /** What a client sent, newest first; for who reads their words. */
  @Get('clients/:id/reflections')
  list(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: ClientListQuery,
  ): Promise<ReflectionListView> {
    return this.reflections.listFor(actor, id, query);
  }

  /**
   * Marks a reflection read. The first reading closes it to its client for good. Refused when the client has
   * changed it since `version`.
   */
  @Post('reflections/:id/reading')
  @HttpCode(201)
  read(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: MarkReadDto,
  ): Promise<ReflectionView> {
    return this.readings.markRead(actor, id, version);
  }

  /** Takes one's own reading back. */
  @Delete('reflections/:id/reading')
  undo(@By() actor: StaffActor, @Param('id') id: string): Promise<ReflectionView> {
    return this.readings.undo(actor, id);
  }
}
