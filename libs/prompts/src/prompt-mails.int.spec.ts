import type { StaffActor } from '@app/platform/actor.js';
import { newId } from '@app/platform/ids/ids.js';
import { SessionCourseService } from '@app/course/session-course.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aStaffMember } from '../../../test/factories/staff-member.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { boise, openPromptHouse, type PromptHouse, standingPrompts, ZONE } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

describe('the help in a prompt’s e-mail', () => {
  let at: PromptHouse;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  afterAll(() => at.close());

  let moved = 'US';
  // A clinic without lines may start no plan: it moves after the plan stands.
  const country = (code: string) => {
    moved = code;
  };
  const move = (code: string) =>
    at.rows('update clinics set country = $2 where clinic_id = $1', [at.clinic.clinicId, code]);
  const contact = (kind: string, label: string, phone: string) =>
    at.rows(
      `insert into crisis_contacts (clinic_id, kind, label, phone, note, verified_on, version)
       values ($1, $2, $3, $4, '', '2026-01-05', 1)
       on conflict (clinic_id, kind) do update set label = $3, phone = $4, note = ''`,
      [at.clinic.clinicId, kind, label, phone],
    );

  /** The text of the e-mail that a new client gets the morning after a ketamine session. */
  async function sentText(alongside: (clientId: string) => Promise<void> = async () => {}): Promise<string> {
    at.farEnd.forget();
    await at.setClock('2026-11-02T10:00');
    const clientId = (await aClient(at.house, { by: at.maren, timeZone: ZONE })).id;
    const heldAt = boise('2026-11-09T14:00');
    const session = await aKetamineSession(at.house, { by: at.maren, clientId, heldAt });
    await move('US');
    await aPlan(at.house, { by: at.maren, clientId });
    await move(moved);
    await at.setClock('2026-11-09T15:00');
    await at.get(SessionCourseService).completeSession(at.maren, session.id);
    await at.setClock('2026-11-10T10:01');
    await alongside(clientId);
    const due = (await standingPrompts(at, clientId)).find(({ code }) => code === 'what-stayed')!;
    await at.get(SendingService).send(at.worker, due.mailing_id);
    return at.farEnd.mails[0]!.text;
  }

  it('is the clinic’s phone and the local emergency number where no line is known', async () => {
    country('SE');
    const text = await sentText();
    expect(text).toContain('If today feels like too much: Call the clinic, +1 208 555 0142');
    expect(text).toContain('In danger now? Call your local emergency number.');
    expect(text).not.toMatch(/988|911/);
  });

  describe('names as the reader', () => {
    const readsIt = (text: string) => /(\S+) has left you/.exec(text)?.[1] ?? text;
    const away = (of: StaffActor, cover: StaffActor, until = '2026-11-13T00:00') =>
      at.rows(
        `insert into absences (clinic_id, id, staff_member_id, cover_id, from_on, until_on, starts_at, ends_at,
           created_by, created_at, version)
         values ($1, $2, $3, $4, '2026-11-09', '2026-11-12', $5, $6, $3, now(), 1)`,
        [
          at.clinic.clinicId,
          newId(),
          of.staffMemberId,
          cover.staffMemberId,
          boise('2026-11-09T00:00').toString(),
          boise(until).toString(),
        ],
      );
    const joins = (clientId: string, { staffMemberId }: StaffActor) =>
      at.rows(
        `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at)
         values ($1, $2, $3, 'words', now())`,
        [at.clinic.clinicId, clientId, staffMemberId],
      );
    afterEach(() => at.rows('delete from absences'));

    it('who reads, while nobody is away', async () => {
      expect(readsIt(await sentText())).toBe('Maren');
    });

    it('the cover of who is away, and nobody’s cover once they are back', async () => {
      await away(at.maren, at.ines);
      expect(readsIt(await sentText())).toBe('Ines');
      await at.rows('delete from absences');
      await away(at.maren, at.ines, '2026-11-10T00:00');
      expect(readsIt(await sentText())).toBe('Maren');
    });

    it('a colleague who reads anyway before anybody’s cover', async () => {
      const pia = (await aStaffMember(at.house, { clinic: at.clinic, name: 'Pia Lund' })).actor;
      await away(at.maren, at.ines);
      expect(readsIt(await sentText(async (clientId) => void (await joins(clientId, pia))))).toBe('Pia');
    });
  });

  it('is what the clinic chose itself, and who is outside the care team', async () => {
    country('IE');
    await contact('crisis-line', 'Night line', '208 555 0110');
    await contact('outside-care-team', 'Orla Finch', '208 555 0120');
    const text = await sentText();
    expect(text).toContain('If today feels like too much: Night line, 208 555 0110');
    expect(text).toContain('In danger now? Call 112.');
    expect(text).toContain('Orla Finch, 208 555 0120');
    expect(text).not.toContain('116 123');
  });
});
