import { BreakGlassService } from '@app/clients/break-glass/break-glass.service.js';
import { CareTeamsService } from '@app/clients/care-teams.service.js';
import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { ReadingsService } from '@app/reflections/readings.service.js';
import { aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { anOpenPrompt, aPlannedClient, type ReplyTown, replyTown } from './reply.test-support.js';

describe('the line that says who has read', () => {
  let town: ReplyTown;
  let ines: StaffActor;

  beforeAll(async () => {
    town = await replyTown();
    ines = (await aStaffMember(town.api.house, { clinic: town.clinic, name: 'Ines Halvard' })).actor;
  });
  beforeEach(async () => {
    await town.rows('delete from absences');
    town = { ...town, clientId: await aPlannedClient(town) };
    const { browser, at } = await anOpenPrompt(town, 'keeps-coming-back');
    await browser.press(at, 'send', { words: 'The field again.' }).expect(303);
  });
  afterAll(() => town.close());

  const get = <T>(service: abstract new (...args: never[]) => T): T =>
    town.api.app.get(service as never, { strict: false });
  const reflection = async () => {
    const [row] = await town.rows<{ id: string }>('select id from reflections where client_id = $1', [
      town.clientId,
    ]);
    return row!.id;
  };
  const reads = async (who: StaffActor) => get(ReadingsService).markRead(who, await reflection());
  /** The line at the top of the next prompt. */
  const line = async () => {
    const { browser, at } = await anOpenPrompt(town, 'small-shift');
    const { text } = await browser.open(at);
    await town.rows("update prompts set status = 'scheduled' where template_code = 'small-shift'");
    await town.rows('delete from prompt_questions');
    return /<p[^>]*>([^<]*has read what you sent on[^<]*)<\/p>/.exec(text)?.[1] ?? null;
  };
  const away = async () => {
    const on = (await town.api.house.db.now()).toZonedDateTimeISO('America/Boise').toPlainDate().toString();
    const { staffMemberId } = town.maren;
    const absence = { staffMemberId, coverId: ines.staffMemberId, fromOn: on, untilOn: on };
    await get(AbsencesService).add(town.maren.actor, absence);
  };

  it('names the reader and the day, and nothing closer', async () => {
    expect(await line()).toBeNull();
    await reads(town.maren.actor);
    expect(await line()).toMatch(/^Maren has read what you sent on \w+( \d+ \w+)?\.$/);
    await get(ReadingsService).undo(town.maren.actor, await reflection());
    expect(await line()).toBeNull();
  });

  it('names a supervisor who read, and whom the page names once they have too', async () => {
    await get(CareTeamsService).seat(town.maren.actor, town.clientId, ines.staffMemberId, 'supervisor');
    await reads(ines);
    expect(await line()).toMatch(/^Ines has read/);
    await reads(town.maren.actor);
    expect(await line()).toMatch(/^Maren has read/);
  });

  it('names a cover, also after the colleague is back', async () => {
    await away();
    await reads(ines);
    expect(await line()).toMatch(/^Ines has read/);
    await town.rows("update absences set ended_at = app_now(), starts_at = app_now() - interval '1 day'");
    expect(await line()).toMatch(/^Ines has read/);
  });

  it('does not name who broke the glass', async () => {
    await get(BreakGlassService).open(ines, town.clientId, {
      reason: 'Nobody could be reached.',
      minutes: 30,
    });
    await reads(ines);
    expect(await line()).toBeNull();
  });

  it('is left out where the clinic does not tell', async () => {
    await reads(town.maren.actor);
    await town.rows('update clinics set tells_when_read = false');
    expect(await line()).toBeNull();
    await town.rows('update clinics set tells_when_read = true');
  });
});
