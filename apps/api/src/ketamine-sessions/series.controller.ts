import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { SeriesCourseService } from '@app/course/series-course.service.js';
import { SeriesListView, SeriesView } from '@app/sessions/series.view.js';
import { SeriesService } from '@app/sessions/series.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ClientListQuery } from '../clients/client-list-query.dto.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { OpenSeriesDto } from './ketamine-session.dto.js';

@Controller('clients/:id/series')
export class SeriesController {
  constructor(
    private readonly series: SeriesService,
    private readonly course: SeriesCourseService,
  ) {}

  /** A client's series, newest first. */
  @Get()
  list(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: ClientListQuery,
  ): Promise<SeriesListView> {
    return this.series.list(actor, id, query);
  }

  /** Opens a series and closes the one that was open. */
  @Post()
  @Roles('practitioner', 'coordinator')
  open(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: OpenSeriesDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<SeriesView> {
    return this.course.openSeries(actor, id, body, key);
  }
}
