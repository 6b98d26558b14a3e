import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import { CareTeamsService } from '@app/clients/care-teams.service.js';
import { dateWords } from '@app/design/words/when.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import {
  anOpenPrompt,
  aPlannedClient,
  type ReplyTown,
  replyTown,
  type TestBrowser,
} from './reply.test-support.js';

describe('the page that says who reads', () => {
  let town: ReplyTown;
  let ines: MadeStaffMember;
  let ada: MadeStaffMember;
  let page: { browser: TestBrowser; at: string };

  beforeAll(async () => {
    town = await replyTown();
    const { api, clinic } = town;
    ines = await aStaffMember(api.house, { clinic, name: 'Ines Halvard' });
    ada = await aStaffMember(api.house, { clinic, name: 'Ada Lind', roles: ['admin', 'practitioner'] });
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
    page = await anOpenPrompt(town);
  });
  afterEach(() => town.rows('delete from absences'));
  afterAll(() => town.close());

  const seat = (of: MadeStaffMember, which: 'words' | 'body' | 'supervisor') =>
    town.api.app
      .get(CareTeamsService, { strict: false })
      .seat(town.maren.actor, town.clientId, of.staffMemberId, which);
  const today = async () =>
    (await town.api.house.db.now()).toZonedDateTimeISO('America/Boise').toPlainDate().toString();
  /** Maren away today, Ada covers. */
  const away = async () => {
    const on = await today();
    await town.api.app.get(AbsencesService, { strict: false }).add(town.maren.actor, {
      staffMemberId: town.maren.staffMemberId,
      coverId: ada.staffMemberId,
      fromOn: on,
      untilOn: on,
    });
    return dateWords(on, 'en-US');
  };
  const lines = async () => {
    const { text } = await page.browser.open(`${page.at}/who-reads`);
    const plain = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    return plain.slice(plain.indexOf('Your care team'), plain.indexOf('Who does not read'));
  };

  it('names every seat, and follows each change', async () => {
    expect(await lines()).toContain('Maren Okoye reads what you send');
    await seat(ines, 'supervisor');
    expect(await lines()).toContain('Ines Halvard reads what you send, to support your therapist');
    await seat(ines, 'body');
    expect(await lines()).toContain('Ines Halvard sees safety checks only, not your words');
    await town.rows("update staff_members set status = 'suspended' where id = $1", [ines.staffMemberId]);
    expect(await lines()).not.toContain('Ines');
    await town.rows("update staff_members set status = 'active' where id = $1", [ines.staffMemberId]);
  });

  it('names who covers, for whom and until when; the question itself goes to them', async () => {
    expect(await lines()).not.toContain('Ada');
    const until = await away();
    expect(await lines()).toContain(`Ada Lind reads for Maren Okoye until ${until}`);
    const { text } = await page.browser.open(page.at);
    expect(text).toContain('Ada');
    expect(text).not.toContain('Maren');
  });

  it('does not name twice who is on the team and covers, and names them as the one who reads', async () => {
    await seat(ada, 'words');
    await away();
    expect(await lines()).not.toContain('until');
    const { text } = await page.browser.open(page.at);
    expect(text).toContain('Ada');
    expect(text).not.toContain('Maren');
  });

  it('says who sees what was tapped about safety, that a computer misses most, and all that is compared', async () => {
    const plainOf = async () =>
      (await page.browser.open(`${page.at}/who-reads`)).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    const plain = await plainOf();
    for (const said of [
      'While they look after it, they can see what you tapped, your phone number, and whom to call for you.',
      'The front desk can be asked to set up a call with you. They are not told why.',
      'It misses most, so please do not count on it.',
      'You filled in a form called PHQ-9, and it came out 6 or more points above',
      'You tapped “swamped” on 2 days out of 28.',
    ]) {
      expect(plain).toContain(said);
    }
    const { clinicId } = town.clinic;
    await town.rows(
      `update clinics set pattern_thresholds = '{"phq9Points": 8}', looks_for_phrases = false where clinic_id = $1`,
      [clinicId],
    );
    try {
      expect(await plainOf()).toContain('it came out 8 or more points above');
      expect(await plainOf()).toContain('No computer looks for phrases');
    } finally {
      await town.rows(
        'update clinics set pattern_thresholds = null, looks_for_phrases = true where clinic_id = $1',
        [clinicId],
      );
    }
  });

  it('says that a record can be opened when it cannot wait', async () => {
    const { text } = await page.browser.open(`${page.at}/who-reads`);
    expect(text).toContain('one more therapist here can open your words for up to an hour');
  });
});
