import type { FeelsSafe } from '@app/reflections/answer.types.js';
import { SafetyService } from '@app/safety/safety.service.js';
import { FlagsService } from '@app/safety/flags.service.js';
import { FlagNotices } from '@app/safety/flag-notices.service.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { Temporal } from 'temporal-polyfill';
import type { StaffActor } from '@app/platform/actor.js';
import { newId } from '@app/platform/ids/ids.js';
import { BACKUP_ELSEWHERE, type SafetyTown, safetyTown } from './safety-town.test-support.js';

const OF = (clientId: string) => ({ clientId, promptId: null });

describe('a flag that nobody answers', () => {
  let town: SafetyTown;
  beforeAll(async () => {
    town = await safetyTown();
  });
  beforeEach(() => town.clear());
  afterAll(() => town.close());

  const itemNine = (value: number, feelsSafe: FeelsSafe | null = null) =>
    town.asClient((raising, tx, key) => raising.itemNine(tx, key, OF(town.clientId), { value, feelsSafe }));
  const signs = (
    ...those: Parameters<Parameters<Parameters<SafetyTown['asClient']>[0]>[0]['signs']>[3][number][]
  ) => town.asClient((raising, tx, key) => raising.signs(tx, key, OF(town.clientId), those));
  /** Two workers at once, each new, and again right after. */
  const sweep = async () => {
    await Promise.all([town.sweep(), town.sweep()]);
    await town.sweep();
  };
  const sweepAt = async (instant: string) => {
    await town.setClock(instant);
    await sweep();
    return town.told();
  };
  const flagId = async () => (await town.rows<{ id: string }>('select id from safety_flags'))[0]!.id;
  const claim = async (by: StaffActor, callBy: string) => {
    const { id, version } = await town.get(FlagsService).open(by, await flagId());
    const promise = { version, callBy: Temporal.Instant.from(callBy) };
    return town.get(SafetyService).acknowledge(by, id, promise);
  };
  const BOTH = ['raised 1 ines', 'raised 1 maren'];

  it.each([
    ['in hours', '2026-11-09T17:00:00Z', '2026-11-09T17:29:50Z', '2026-11-09T17:30:01Z'],
    ['over the night', '2026-11-09T23:50:00Z', '2026-11-10T16:19:50Z', '2026-11-10T16:20:01Z'],
    ['over a weekend', '2026-11-14T03:00:00Z', '2026-11-16T16:29:50Z', '2026-11-16T16:30:01Z'],
    ['over a holiday', '2026-11-26T03:00:00Z', '2026-11-27T16:29:50Z', '2026-11-27T16:30:01Z'],
    // Friday evening in summer time; on Monday the clocks stand an hour further back.
    ['over a clock change', '2026-10-31T02:00:00Z', '2026-11-02T16:29:50Z', '2026-11-02T16:30:01Z'],
  ])('is told to responder and backup, then to the lead %s, once each', async (_, raised, before, after) => {
    await town.setClock(raised);
    await itemNine(2);
    expect(await town.told()).toEqual(BOTH);
    await town.deliver();
    await town.setClock(Temporal.Instant.from(raised).add({ seconds: 130 }).toString());
    await sweep();
    expect(await town.told()).toEqual(BOTH);
    expect(await sweepAt(before)).toEqual(BOTH);
    expect(await sweepAt(after)).toEqual([...BOTH, 'unclaimed 1 oren']);
    expect(await sweepAt('2026-12-20T17:00:00Z')).toEqual([...BOTH, 'unclaimed 1 oren']);
    expect(await town.log()).toEqual(['raised', 'told', 'told', 'escalated']);
  });

  it('is told to the lead when the mail server has not taken a notice within two minutes', async () => {
    await town.setClock('2026-11-09T03:00:00Z');
    await itemNine(3);
    expect(await sweepAt('2026-11-09T03:01:50Z')).toEqual(BOTH);
    const told = ['not-accepted 1 oren', ...BOTH];
    expect(await sweepAt('2026-11-09T03:02:01Z')).toEqual(told);
    expect(await town.log()).toEqual(['raised', 'not-told', 'escalated']);
    expect(await sweepAt('2026-11-09T16:29:50Z')).toEqual(told);
    expect(await sweepAt('2026-11-09T16:30:01Z')).toEqual([...told, 'unclaimed 2 oren']);
  });

  it('is told on after a worker that died in the middle of telling', async () => {
    await town.setClock('2026-11-09T17:00:00Z');
    await itemNine(2);
    await town.deliver();
    await town.setClock('2026-11-09T17:02:01Z');
    await sweep();
    const dying = { tell: () => Promise.reject(new Error('The worker is gone.')) } as unknown as FlagNotices;
    await town.setClock('2026-11-09T17:30:01Z');
    await expect(town.sweep(dying)).rejects.toThrow('gone');
    expect(await town.told()).toEqual(BOTH);
    expect(await sweepAt('2026-11-09T17:31:00Z')).toEqual([...BOTH, 'unclaimed 1 oren']);
  });

  it('is told to the lead once when no worker ran for hours', async () => {
    await town.setClock('2026-11-09T17:00:00Z');
    await itemNine(2);
    expect(await sweepAt('2026-11-09T22:00:00Z')).toEqual([...BOTH, 'unclaimed 1 oren']);
    expect(await sweepAt('2026-11-10T22:00:00Z')).toHaveLength(3);
  });

  it('is told to nobody else once it is claimed, until the promised call is late, then each hour in hours', async () => {
    await town.setClock('2026-11-09T17:00:00Z');
    await itemNine(2);
    await town.deliver();
    await claim(town.dana, '2026-11-09T23:30:00Z');
    expect(await sweepAt('2026-11-09T23:29:50Z')).toEqual(BOTH);
    const late = (round: number) => ['dana', 'ines', 'maren', 'oren'].map((who) => `overdue ${round} ${who}`);
    expect(await sweepAt('2026-11-09T23:30:01Z')).toEqual([...late(1), ...BOTH]);
    // Half an hour is left of that day.
    expect(await sweepAt('2026-11-10T16:29:50Z')).toEqual([...late(1), ...BOTH]);
    expect(await sweepAt('2026-11-10T16:30:10Z')).toEqual([...late(1), ...late(2), ...BOTH]);
    const log = await town.log();
    expect(log.filter((kind) => kind === 'late')).toHaveLength(2);
    // Whoever comes first may promise anew.
    await claim(town.ines, '2026-11-10T20:00:00Z');
    expect(await sweepAt('2026-11-10T19:59:50Z')).toHaveLength(10);
    expect(await sweepAt('2026-11-10T20:00:01Z')).toContain('overdue 3 maren');
  });

  it('is told no further once it is closed', async () => {
    await town.setClock('2026-11-09T17:00:00Z');
    await itemNine(2);
    await town.deliver();
    const { id, version } = await claim(town.maren, '2026-11-09T18:00:00Z');
    await town.get(SafetyService).close(town.maren, id, { version, disposition: 'Called. Safe tonight.' });
    expect(await sweepAt('2026-11-12T18:00:00Z')).toEqual(BOTH);
  });

  it('when amber, is told to the responder, and by the end of the day to the lead', async () => {
    await town.setClock('2026-11-09T17:00:00Z');
    await signs('unreality');
    expect(await town.told()).toEqual(['raised 1 maren']);
    await town.deliver();
    expect(await sweepAt('2026-11-09T23:59:50Z')).toEqual(['raised 1 maren']);
    expect(await sweepAt('2026-11-10T00:00:01Z')).toEqual(['raised 1 maren', 'unclaimed 1 oren']);
    expect(await sweepAt('2026-11-12T00:00:01Z')).toHaveLength(2);
  });

  it('when it rests on a phrase, is told to the responder once and to nobody ever after', async () => {
    await town.setClock('2026-11-09T17:00:00Z');
    const phrase = { words: 'Some days I want to die.', language: 'en' };
    const raised = await town.asClient((raising, tx, key) =>
      raising.phrases(tx, key, OF(town.clientId), phrase),
    );
    expect(raised).toMatchObject({ found: true, help: 'crisis' });
    await town.asClient((raising, tx, key) =>
      raising.phrases(tx, key, OF(town.clientId), { words: 'I want to end my life.', language: 'en' }),
    );
    expect(await sweepAt('2026-12-09T17:00:00Z')).toEqual(['raised 1 maren']);
    await town.setClock('2026-11-09T17:01:00Z');
    await claim(town.maren, '2026-11-09T18:00:00Z');
    expect(await sweepAt('2026-12-09T17:00:00Z')).toEqual(['raised 1 maren']);
  });

  it('looks for no phrase where the clinic wants none looked for', async () => {
    await town.rows('update clinics set looks_for_phrases = false');
    const phrase = { words: 'I want to die.', language: 'en' };
    const raised = await town.asClient((raising, tx, key) =>
      raising.phrases(tx, key, OF(town.clientId), phrase),
    );
    await town.rows('update clinics set looks_for_phrases = true');
    expect(raised).toEqual({ flagIds: [], help: null, seenBy: null, isOpenNow: false, found: false });
    expect(await town.told()).toEqual([]);
  });

  it('reaches the backup outside the clinic of a solo practice, without a name or a place', async () => {
    await town.setClock('2026-11-09T17:00:00Z');
    const raised = await signs('chest-pain', 'urinary');
    expect(raised).toMatchObject({ help: 'emergency', isOpenNow: true });
    expect(raised.seenBy?.toString()).toBe('2026-11-10T00:00:00Z');
    expect(await town.told()).toEqual(['raised 1 ines', 'raised 1 ines', 'raised 1 outside-email']);
    await town.deliver();
    const outside = town.mails.find(({ to }) => to === BACKUP_ELSEWHERE);
    expect(outside?.subject).toBe('A colleague may need you');
    expect(JSON.stringify(town.mails)).not.toMatch(/Rowan|Ellis|Fernhollow I|chest|urin|Ines|medical/i);
    expect(outside?.text).not.toMatch(/http/);
  });

  it('is told to whoever covers for somebody who is away', async () => {
    await town.setClock('2026-11-09T17:00:00Z');
    const { maren } = town;
    const { clinic } = town.course;
    const absence = newId();
    await town.rows(
      `insert into absences (clinic_id, id, staff_member_id, cover_id, from_on, until_on, starts_at, ends_at, created_by,
         created_at, version)
       values ($1, $2, $3, $4, '2026-11-09', '2026-11-10', '2026-11-09T07:00:00Z', '2026-11-11T07:00:00Z', $3, now(), 1)`,
      [clinic.clinicId, absence, maren.staffMemberId, town.dana.staffMemberId],
    );
    await itemNine(2);
    await town.rows('delete from absences');
    expect(await town.told()).toEqual(['raised 1 dana', 'raised 1 ines']);
  });

  it('is told to the care team where nobody stands on the roster, and further to the office', async () => {
    await town.setClock('2026-11-09T17:00:00Z');
    const kept = await town.rows<Record<string, unknown>>(
      "select * from rosters where kind = 'psychological'",
    );
    await town.rows("delete from rosters where kind = 'psychological'");
    await itemNine(2);
    expect(await town.told()).toEqual(['raised 1 dana']);
    await town.deliver();
    expect(await sweepAt('2026-11-09T17:02:01Z')).toHaveLength(1);
    // The location's hours: from 8 on.
    const told = await sweepAt('2026-11-09T17:30:01Z');
    const columns = Object.keys(kept[0]!);
    await town.rows(
      `insert into rosters (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(kept[0]!),
    );
    expect(told).toEqual(['raised 1 dana', 'unclaimed 1 lena', 'unclaimed 1 oren']);
  });

  it('counts a request for a call like any red flag', async () => {
    await town.setClock('2026-11-09T17:00:00Z');
    const { clinicId } = town.course.clinic;
    const { clientId } = town;
    const raise = () =>
      town.course.house.db.inClinic({ kind: 'client', clinicId, clientId }, (tx) =>
        town.get(CallRequestsService).raise(tx, { clientId, promptId: null }),
      );
    await raise();
    expect(await raise()).toMatchObject({ already: true });
    expect(await town.told()).toEqual(BOTH);
    await town.deliver();
    expect(await sweepAt('2026-11-09T17:02:01Z')).toEqual(BOTH);
    expect(await sweepAt('2026-11-09T17:30:01Z')).toEqual([...BOTH, 'unclaimed 1 oren']);
  });

  describe('and rests on item 9', () => {
    /** As if the client had answered 1 a fortnight ago, and a safety plan had been made with them since. */
    const unchanged = async () => {
      await town.rows('delete from safety_plans');
      await town.rows(
        `insert into safety_plans (clinic_id, id, client_id, made_by, made_at) values ($1, $2, $3, $4, '2026-11-01')`,
        [town.course.clinic.clinicId, newId(), town.clientId, town.dana.staffMemberId],
      );
      await town.sent({ '9': 1 });
    };

    it('is amber until the client has had ten minutes to say that they are safe, then red', async () => {
      await town.setClock('2026-11-09T17:00:00Z');
      await unchanged();
      await itemNine(1);
      expect(await town.told()).toEqual(['raised 1 maren']);
      await town.setClock('2026-11-09T17:05:00Z');
      // Saying nothing once more wins no time.
      await itemNine(1);
      await town.deliver();
      expect(await sweepAt('2026-11-09T17:09:50Z')).toEqual(['raised 1 maren']);
      expect(await sweepAt('2026-11-09T17:10:01Z')).toEqual([
        'raised 1 maren',
        'risen 1 ines',
        'risen 1 maren',
      ]);
      await town.deliver();
      await town.setClock('2026-11-09T17:12:05Z');
      await sweep();
      expect(await sweepAt('2026-11-09T17:39:50Z')).toHaveLength(3);
      expect(await sweepAt('2026-11-09T17:40:10Z')).toContain('unclaimed 1 oren');
      expect(await town.log()).toEqual(['raised', 'told', 'risen', 'told', 'told', 'escalated']);
    });

    it('stays amber after a yes, and turns red at once after a no', async () => {
      await town.setClock('2026-11-09T17:00:00Z');
      await unchanged();
      await itemNine(1);
      await itemNine(1, 'yes');
      expect(await sweepAt('2026-11-09T17:30:00Z')).toEqual(['raised 1 maren']);
      await itemNine(1, 'no');
      expect(await town.told()).toEqual(['raised 1 maren', 'risen 1 ines', 'risen 1 maren']);
      await itemNine(1, 'yes');
      const [flag] = await town.rows<{ colour: string }>('select colour from safety_flags');
      expect(flag).toEqual({ colour: 'red' });
    });

    it('takes no promise made while it was amber for one made of a red one', async () => {
      await town.setClock('2026-11-09T17:00:00Z');
      await unchanged();
      await itemNine(1);
      await itemNine(1, 'yes');
      await claim(town.maren, '2026-11-12T17:00:00Z');
      await itemNine(2);
      await town.deliver();
      const [flag] = await town.rows('select acknowledged_at, call_by from safety_flags');
      expect(flag).toEqual({ acknowledged_at: null, call_by: null });
      expect(await sweepAt('2026-11-09T17:02:30Z')).toHaveLength(3);
      expect(await sweepAt('2026-11-09T17:30:30Z')).toContain('unclaimed 1 oren');
    });

    it('is red for a rise against what was sent last, and where no plan is current', async () => {
      const colour = async (value: number) => {
        await town.clear();
        await itemNine(value, 'yes');
        return (await town.rows<{ colour: string }>('select colour from safety_flags'))[0]?.colour ?? 'none';
      };
      await town.setClock('2026-11-09T17:00:00Z');
      await unchanged();
      expect(await colour(0)).toBe('none');
      expect(await colour(1)).toBe('amber');
      expect(await colour(2)).toBe('red');
      await town.setClock('2026-12-01T17:00:00Z');
      expect(await colour(1)).toBe('red');
      await town.setClock('2026-11-09T17:00:00Z');
      await town.sent({ '9': 0 });
      expect(await colour(1)).toBe('red');
      await town.rows('delete from reflections');
      expect(await colour(1)).toBe('red');
    });
  });

  it('keeps what it rests on sealed, adds to it, and tells nobody twice', async () => {
    await town.setClock('2026-11-09T17:00:00Z');
    await signs('voices');
    await signs('voices');
    await signs('paranoia');
    expect(await town.told()).toEqual(BOTH);
    const found = await town.get(FlagsService).open(town.dana, await flagId());
    expect(found.evidence?.map(({ text }) => text)).toEqual([
      'Hears or sees what others do not',
      'Feels watched or followed',
    ]);
    const [row] = await town.rows<{ sealed: Buffer }>('select evidence_sealed as sealed from safety_flags');
    expect(row!.sealed.toString('latin1')).not.toMatch(/voices|paranoia/);
  });
});
