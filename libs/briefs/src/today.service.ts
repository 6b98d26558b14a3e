import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import { nearLocalWords } from '@app/design/words/when.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toDate, toInstant } from '@app/platform/database/instant.js';
import { type PromptContents, promptContents } from '@app/plans/prompt-contents.js';
import { TodayCalls } from './today-calls.service.js';
import { type CareOfDay, TodayCare } from './today-care.service.js';
import { readingTasksFor, toReadView } from './today-reading.js';
import { emptyRosters } from './today-rosters.queries.js';
import {
  clientsWithoutCall,
  type DeliveryRow,
  deliveryTasks,
  type GoingOutRow,
  type PastSessionRow,
  promptsGoingOut,
  undecidedSessions,
} from './today.queries.js';
import type { DidItHappenView, GoingOutView, NamedClientView, TodayView } from './today.view.js';

/** What needs this person today, on their location's clock. */
@Injectable()
export class TodayService {
  constructor(
    private readonly db: Database,
    private readonly clinics: ClinicsService,
    private readonly clients: ClientsService,
    private readonly care: TodayCare,
    private readonly calls: TodayCalls,
    private readonly audit: AuditService,
  ) {}

  async today(actor: StaffActor): Promise<TodayView> {
    const { care, ...day } = await this.day(actor);
    return { ...day, flags: await this.care.openedFlags(actor, care) };
  }

  private day(actor: StaffActor): Promise<Omit<TodayView, 'flags'> & { care: CareOfDay }> {
    return this.db.inClinic(actor, async (tx) => {
      const timeZone = await this.timeZoneOf(tx, actor);
      const date = tx.now.toZonedDateTimeISO(timeZone).toPlainDate();
      const dayEnds = toDate(date.add({ days: 1 }).toZonedDateTime(timeZone).toInstant());
      const { calls, nextCall } = await this.calls.of(tx, actor, date, timeZone);
      const sessions = await undecidedSessions(tx);
      const goingOut = await promptsGoingOut(tx, dayEnds);
      const alone = await clientsWithoutCall(tx);
      const tasks = await deliveryTasks(tx);
      const contents = await promptContents(tx, [...goingOut, ...tasks].flatMap(templateOf));
      const care = await this.care.of(tx);
      const { callBacks, goneQuiet } = care;
      const toRead = await readingTasksFor(tx, actor);
      const ids = new Set([
        ...[...sessions, ...goingOut, ...alone, ...tasks].map((row) => row.client_id),
        ...toRead.map(({ clientId }) => clientId),
      ]);
      const clients = await this.clients.openMany(tx, [...ids]);
      const named = (id: string): NamedClientView => ({ id, name: clients.get(id)?.name ?? '' });
      await this.recordRead(tx, [...ids, ...care.clientIds, ...calls.map((call) => call.client.id)]);
      return {
        now: tx.now.toString(),
        timeZone,
        date: date.toString(),
        care,
        emptyRosters: await emptyRosters(tx),
        callBacks,
        toRead: toRead.map((task) => toReadView(task, named(task.clientId), timeZone, tx.now)),
        nextCall,
        calls,
        didItHappen: sessions.map((row) => didItHappen(row, named(row.client_id))),
        goingOut: goingOut.map((row) => goingOutView(row, named(row.client_id), contents)),
        goneQuiet,
        noNextCall: alone.map((row) => ({
          client: named(row.client_id),
          lastContactAt: row.last_contact_at?.toISOString() ?? null,
          newReflections: row.new_reflections,
        })),
        deliveryTasks: tasks.map((row) => ({
          eventId: row.event_id,
          promptId: row.prompt_id,
          client: named(row.client_id),
          title: titleOf(row, contents),
          status: row.status,
          at: row.at.toISOString(),
        })),
      };
    });
  }

  private async timeZoneOf(tx: Tx, actor: StaffActor): Promise<string> {
    const me = (await this.clinics.staff(tx)).find(({ id }) => id === actor.staffMemberId);
    return (await this.clinics.location(tx, me!.locationId)).timeZone;
  }

  private recordRead(tx: Tx, clientIds: readonly string[]): Promise<void> {
    return this.audit.record(tx, {
      action: 'today.read',
      subjectType: 'clinic',
      subjectIds: [tx.actor.clinicId],
      clientIds: [...new Set(clientIds)],
    });
  }
}

function templateOf(row: Pick<DeliveryRow, 'template_code' | 'template_version'>) {
  const { template_code: code, template_version: version } = row;
  return code !== null && version !== null ? [{ code, version }] : [];
}

function titleOf(row: DeliveryRow, contents: PromptContents): string | null {
  const [template] = templateOf(row);
  return template ? contents.of(template.code, template.version).title : null;
}

function didItHappen(row: PastSessionRow, client: NamedClientView): DidItHappenView {
  const heldAt = toInstant(row.held_at);
  return {
    client,
    session: {
      id: row.id,
      version: row.version,
      clientId: row.client_id,
      seriesId: row.series_id,
      locationId: row.location_id,
      route: row.route,
      setting: row.setting,
      status: 'planned',
      heldAt: heldAt.toString(),
      heldLocal: localText(heldAt, row.time_zone),
      timeZone: row.time_zone,
      numberInSeries: row.number_in_series,
      completedAt: null,
    },
  };
}

function goingOutView(row: GoingOutRow, client: NamedClientView, contents: PromptContents): GoingOutView {
  return {
    promptId: row.id,
    version: row.version,
    client,
    title: contents.of(row.template_code, row.template_version).title,
    sendAt: row.send_at.toISOString(),
    clientLocalText: nearLocalWords(row.local_time, 'en-US'),
    held: row.held,
    waitsForRosters: row.waits,
  };
}

function localText(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
