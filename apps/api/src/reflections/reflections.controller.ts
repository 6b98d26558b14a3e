import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { MarksService } from '@app/reflections/marks.service.js';
import { ReaderService } from '@app/reflections/reader.service.js';
import { ReaderListView, SearchHitListView } from '@app/reflections/reader.view.js';
import { ReadingsService } from '@app/reflections/readings.service.js';
import { ReflectionSearchService } from '@app/reflections/reflection-search.service.js';
import { ReflectionListView, ReflectionView } from '@app/reflections/reflection.view.js';
import { ReflectionsService } from '@app/reflections/reflections.service.js';
import { ThreadLinks } from '@app/threads/thread-links.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ClientListQuery } from '../clients/client-list-query.dto.js';
import { MarkReadDto, PutMarksDto, ReaderQuery, SearchReflectionsDto } from './reading.dto.js';

@Controller()
@Roles('practitioner')
export class ReflectionsController {
  constructor(
    private readonly reflections: ReflectionsService,
    private readonly reader: ReaderService,
    private readonly searching: ReflectionSearchService,
    private readonly readings: ReadingsService,
    private readonly marks: MarksService,
    private readonly threads: ThreadLinks,
  ) {}

  /** What a client sent, newest first; for who reads their words. */
  @Get('clients/:id/reflections')
  list(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: ClientListQuery,
  ): Promise<ReflectionListView> {
    return this.reflections.listFor(actor, id, query, this.threads);
  }

  /** What the clients sent whose words one reads, newest first. */
  @Get('reflections')
  read(@By() actor: StaffActor, @Query() { view = 'mine', ...query }: ReaderQuery): Promise<ReaderListView> {
    return this.reader.list(actor, { view, ...query }, this.threads);
  }

  /** Looks for words in what they sent. What is looked for is written down nowhere. */
  @Post('reflections/search')
  @HttpCode(200)
  search(@By() actor: StaffActor, @Body() { q, clientId }: SearchReflectionsDto): Promise<SearchHitListView> {
    return this.searching.search(actor, { q, clientId }, this.threads);
  }

  /**
   * Marks a reflection read. The first reading closes it to its client for good. Refused when the client has
   * changed it since `version`.
   */
  @Post('reflections/:id/reading')
  @HttpCode(201)
  markRead(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version }: MarkReadDto,
  ): Promise<ReflectionView> {
    return this.readings.markRead(actor, id, version, this.threads);
  }

  /** Takes one's own reading back. */
  @Delete('reflections/:id/reading')
  undo(@By() actor: StaffActor, @Param('id') id: string): Promise<ReflectionView> {
    return this.readings.undo(actor, id, this.threads);
  }

  /** Puts one's own highlights and tags in place of those that were read. Refused while one has not read it. */
  @Put('reflections/:id/marks')
  putMarks(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version, highlights, tags }: PutMarksDto,
  ): Promise<ReflectionView> {
    return this.marks.put(actor, id, { version, highlights, tags }, this.threads);
  }
}
