import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { localDateAt } from '@app/clients/client-clock.rules.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import { seriesView, type SeriesView } from '@app/sessions/series.view.js';
import { SeriesService } from '@app/sessions/series.service.js';
import { CourseCommands } from './course-commands.service.js';

/** Opens series. The long arc follows the open one, so what is unsent follows at once. */
@Injectable()
export class SeriesCourseService {
  constructor(
    private readonly commands: CourseCommands,
    private readonly series: SeriesService,
    private readonly clinics: ClinicsService,
  ) {}

  /** Closes the open series, if there is one, and opens another today. Throws NotFound. */
  async openSeries(
    actor: StaffActor,
    clientId: string,
    { name }: { name?: string },
    idempotencyKey?: string,
  ): Promise<SeriesView> {
    return this.commands.add(actor, {
      clientId,
      idempotencyKey,
      route: 'series',
      body: { name },
      subjectType: 'series',
      action: 'series.opened',
      add: async (tx, client) => {
        const { timeZone } = await this.clinics.location(tx, client.locationId);
        return this.series.open(tx, {
          clientId,
          name: name ?? null,
          openedOn: localDateAt(tx.now, timeZone),
        });
      },
      view: async (tx, id) => seriesView(await this.series.one(tx, clientId, id)),
    });
  }
}
