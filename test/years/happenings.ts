import type { RestLength } from '@app/clients/client.types.js';
import { ClientCourseService } from '@app/course/client-course.service.js';
import type { PromptEntry } from '@app/course/reply-door.service.js';
import { ReplySetAsideService } from '@app/course/reply-set-aside.service.js';
import { RestCourseService } from '@app/course/rest-course.service.js';
import { StopCourseService } from '@app/course/stop-course.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { DispatchService } from '@app/prompts/dispatch.service.js';
import { PromptScheduleService } from '@app/prompts/prompt-schedule.service.js';
import type { PromptHouse } from '@app/prompts/prompts.test-support.js';
import { chance, pick } from './chance.js';
import type { Turn } from './client-year.js';

const ZONES = ['America/Boise', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/St_Johns'] as const; // prettier-ignore
const QUIET = [null, { from: '21:00', to: '08:00' }, { from: '13:00', to: '07:00' }, { from: '01:00', to: '12:30' }, { from: '22:30', to: '22:00' }] as const; // prettier-ignore
const OUT_OF_REACH = ['stopped_at = app_now()', 'rest_from = app_now(), rest_until = null', "status = 'on_hold'"] as const; // prettier-ignore
const BROWSER = Buffer.alloc(32, 7);
const NOTHING = { words: '', checkIns: {}, chips: [] };

export interface Person {
  id: string;
  by: StaffActor;
}

/** Carries out one turn as the people concerned would; what cannot be done in that moment is refused, and is no matter. */
export class Happenings {
  constructor(private readonly at: PromptHouse) {}

  async happen(turn: Turn, client: Person): Promise<void> {
    await this.wakeUp(turn, client);
    await this.carryOut(turn, client);
  }

  /** Nobody is silent for most of a year: a year of silence proves nothing. */
  private async wakeUp({ name }: Turn, client: Person): Promise<void> {
    if (chance(name, 'wakes up') > 0.6) return;
    const { id } = client;
    if (await this.one('clients', id, 'rest_from is not null and rest_until is null'))
      await this.endRest(client);
    if (await this.one('clients', id, 'stopped_at is not null')) await this.startAgain(id);
    if (await this.one('clients', id, "status = 'on_hold'")) await this.change(client, { status: 'active' });
  }

  private async carryOut({ happening, name, at: now }: Turn, client: Person): Promise<void> {
    const { sessions, appointments } = this.at.house;
    const { by, id } = client;
    const ahead = (span: number) => now.add({ hours: 20 + Math.floor(chance(name, 'ahead') * span) });
    switch (happening) {
      case 'completes the session that was held':
      case 'does not show up': {
        const held = await this.one('ketamine_sessions', id, "status = 'planned' and held_at <= app_now()");
        if (!held) return;
        if (happening === 'does not show up') await sessions.cancelSession(by, held, { noShow: true });
        else await sessions.completeSession(by, held);
        return;
      }
      case 'plans a session':
        await sessions.recordSession(by, id, { held: { heldAt: ahead(400) }, route: 'im' });
        return;
      case 'moves a session': {
        const planned = await this.one('ketamine_sessions', id, "status = 'planned'");
        const version = planned && (await this.version('ketamine_sessions', planned));
        if (planned && version)
          await sessions.moveSession(by, planned, { version, held: { heldAt: ahead(300) } });
        return;
      }
      case 'books a call':
        await appointments.bookAppointment(by, id, { startsAt: ahead(500), minutes: 50 });
        return;
      case 'moves a call':
      case 'cancels a call': {
        const call = await this.one('appointments', id, "status = 'booked' and starts_at > app_now()");
        const version = call && (await this.version('appointments', call));
        if (!call || !version) return;
        if (happening === 'cancels a call') await appointments.cancelAppointment(by, call, version);
        else await appointments.moveAppointment(by, call, { version, startsAt: ahead(400) });
        return;
      }
      case 'rests for a few days':
        return this.rest(client, 'three-days');
      case 'rests for a week':
        return this.rest(client, 'week');
      case 'rests until the next call':
        return this.rest(client, 'next-call');
      case 'rests until further notice':
        return this.rest(client, 'open');
      case 'ends the rest':
        return this.endRest(client);
      case 'skips what is open':
      case 'snoozes what is open':
        return this.setAside(id, happening, name);
      case 'moves to another zone':
        return this.change(client, { timeZone: pick(ZONES, name, 'zone') });
      case 'sleeps at other hours':
        return this.change(client, { quietHours: pick(QUIET, name, 'quiet') });
      case 'wants another pace':
        return this.change(client, { pace: pick(['gentle', 'steady', 'often'] as const, name, 'pace') });
      case 'is put on hold, or off': {
        const isOn = await this.one('clients', id, "status = 'on_hold'");
        return this.change(client, { status: isOn ? 'active' : 'on_hold' });
      }
      case 'has a prompt held, or let go':
      case 'has a prompt cancelled':
      case 'has a prompt sent now':
      case 'has what is unknown sent again':
        return this.dispatch(client, happening);
      case 'is out of reach before anything is planned again':
        return this.outOfReach(client, name);
      case 'stops, or starts again': {
        const [row] = await this.at.rows<{ stopped: boolean }>(
          'select stopped_at is not null as stopped from clients where id = $1',
          [id],
        );
        if (row?.stopped) return this.startAgain(id);
        const entry = await this.openPrompt(id);
        // Rarely: most of a year is not to be silent.
        if (entry && chance(name, 'stops') < 0.3)
          await this.at.get(StopCourseService).stop(entry, { tells: true });
        return;
      }
    }
  }

  /** As a recomputation that failed would leave them: the rows still want to leave, the client does not want them. */
  private async outOfReach({ id }: Person, name: string): Promise<void> {
    const set = pick(OUT_OF_REACH, name, 'how');
    await this.at.rows(`update clients set ${set}, version = version + 1 where id = $1`, [id]);
  }

  private async dispatch({ id, by }: Person, happening: Turn['happening']): Promise<void> {
    const dispatch = this.at.get(DispatchService);
    if (happening === 'has what is unknown sent again') {
      const lost = `exists (select 1 from mailings m where m.prompt_id = prompts.id and m.kind = 'first' and m.status = 'unknown')`;
      const prompt = await this.one('prompts', id, `status = 'sent' and ${lost}`);
      if (prompt) await dispatch.dispatch(by, prompt);
      return;
    }
    const prompt = await this.one('prompts', id, "status = 'scheduled'");
    if (!prompt) return;
    if (happening === 'has a prompt cancelled') await dispatch.cancel(by, prompt);
    else if (happening === 'has a prompt sent now') await dispatch.dispatch(by, prompt);
    else if (await this.one('prompts', id, `held and id = '${prompt}'`)) await dispatch.release(by, prompt);
    else await dispatch.hold(by, prompt);
  }

  private async change(
    { id, by }: Person,
    change: Omit<Parameters<ClientCourseService['changeClient']>[2], 'version'>,
  ): Promise<void> {
    const version = (await this.version('clients', id))!;
    await this.at.get(ClientCourseService).changeClient(by, id, { version, ...change });
  }

  private async setAside(id: string, happening: Turn['happening'], name: string): Promise<void> {
    const entry = await this.openPrompt(id);
    if (!entry) return;
    const aside = this.at.get(ReplySetAsideService);
    if (happening === 'skips what is open') {
      await aside.skip(entry, BROWSER, NOTHING);
      return;
    }
    const [clock] = await this.at.rows<{ timeZone: string; quietFrom: string; quietTo: string }>(
      `select c.time_zone as "timeZone", to_char(coalesce(c.quiet_from, l.quiet_from), 'HH24:MI') as "quietFrom",
         to_char(coalesce(c.quiet_to, l.quiet_to), 'HH24:MI') as "quietTo"
       from clients c join locations l on l.id = c.location_id where c.id = $1`,
      [id],
    );
    const choice = pick(['tonight', 'tomorrow'] as const, name, 'choice');
    await aside.snooze(entry, BROWSER, { choice, clock: clock!, answer: NOTHING });
  }

  private async rest({ id, by }: Person, length: RestLength): Promise<void> {
    await this.at.get(RestCourseService).begin(by, id, length);
  }

  private async endRest({ id, by }: Person): Promise<void> {
    await this.at.get(RestCourseService).end(by, id);
  }

  private async startAgain(id: string): Promise<void> {
    await this.alter(id, 'stopped_at = null');
  }

  private async alter(id: string, set: string): Promise<void> {
    await this.at.house.db.inClinic(this.at.worker, async (tx) => {
      await tx.query(`update clients set ${set}, version = version + 1 where id = $1`, [id]);
      await this.at.get(PromptScheduleService).reconcile(tx, id);
    });
  }

  private async openPrompt(clientId: string): Promise<PromptEntry | null> {
    const [row] = await this.at.rows<{ mailing_id: string; prompt_id: string }>(
      `select m.id as mailing_id, p.id as prompt_id from prompts p join mailings m on m.prompt_id = p.id and m.kind = 'first'
       where p.client_id = $1 and p.status = 'sent' order by p.sent_at desc limit 1`,
      [clientId],
    );
    if (!row) return null;
    const { clinicId } = this.at.clinic;
    return {
      clinicId,
      clientId,
      mailingId: row.mailing_id,
      promptId: row.prompt_id,
      kind: 'first',
      purpose: 'reply',
    };
  }

  private async one(table: string, clientId: string, where: string): Promise<string | null> {
    const column = table === 'clients' ? 'id' : 'client_id';
    const order = table === 'prompts' ? 'send_at, id' : 'id';
    const [row] = await this.at.rows<{ id: string }>(
      `select id from ${table} where ${column} = $1 and ${where} order by ${order} limit 1`,
      [clientId],
    );
    return row?.id ?? null;
  }

  private async version(table: string, id: string): Promise<number | null> {
    const [row] = await this.at.rows<{ version: number }>(`select version from ${table} where id = $1`, [id]);
    return row?.version ?? null;
  }
}

/** What people are told when something cannot be done now: 404, 409, 422. Anything else is a fault. */
export function isRefusal(error: unknown): boolean {
  const status = (error as { status?: number }).status;
  return status === 404 || status === 409 || status === 422 || status === 400;
}
