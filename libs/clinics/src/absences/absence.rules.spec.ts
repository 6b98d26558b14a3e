import { Temporal } from 'temporal-polyfill';
import type { StaffStanding } from '../staff/staff-changes.rules.js';
import {
  absenceConflict,
  absenceState,
  absenceTrouble,
  type KnownAbsence,
  timeAway,
  type WantedAbsence,
} from './absence.rules.js';

const BOISE = 'America/Boise';
const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-10-20T16:00Z');
const wanted: WantedAbsence = {
  staffMemberId: 'maren',
  coverId: 'ines',
  fromOn: '2026-10-26',
  untilOn: '2026-11-06',
};
const person = (id: string, wishes: Partial<StaffStanding> = {}): StaffStanding => ({
  id,
  roles: ['practitioner'],
  status: 'active',
  createdAt: now,
  ...wishes,
});
const staff = [
  person('maren'),
  person('ines'),
  person('lena', { roles: ['coordinator'] }),
  person('gone', { status: 'suspended' }),
];
const known = (wishes: Partial<KnownAbsence> & { fromOn?: string; untilOn?: string }): KnownAbsence => ({
  staffMemberId: 'ines',
  coverId: 'x',
  endedAt: null,
  ...timeAway({ fromOn: wishes.fromOn ?? '2026-10-28', untilOn: wishes.untilOn ?? '2026-10-29' }, BOISE),
  ...wishes,
});

describe('days away', () => {
  it.each<[string, string, string, string, string]>([
    ['one day', '2026-10-26', '2026-10-26', '2026-10-26T06:00:00Z', '2026-10-27T06:00:00Z'],
    [
      'over the end of summer time',
      '2026-10-26',
      '2026-11-06',
      '2026-10-26T06:00:00Z',
      '2026-11-07T07:00:00Z',
    ],
    ['over a year’s end', '2026-12-31', '2027-01-01', '2026-12-31T07:00:00Z', '2027-01-02T07:00:00Z'],
  ])('go from midnight to midnight there: %s', (_, fromOn, untilOn, startsAt, endsAt) => {
    const away = timeAway({ fromOn, untilOn }, BOISE);
    expect([away.startsAt.toString(), away.endsAt.toString()]).toEqual([startsAt, endsAt]);
  });

  it('begin when the day begins, where there is no midnight', () => {
    const { startsAt } = timeAway({ fromOn: '2026-09-06', untilOn: '2026-09-06' }, 'America/Santiago');
    expect(startsAt.toString()).toBe('2026-09-06T04:00:00Z');
  });

  it.each<[string, string, string | null, string]>([
    ['2026-10-26T05:59:59.999Z', 'ahead', null, 'a millisecond before'],
    ['2026-10-26T06:00:00Z', 'now', null, 'from the first'],
    ['2026-11-07T06:59:59.999Z', 'now', null, 'to the last millisecond'],
    ['2026-11-07T07:00:00Z', 'over', null, 'after'],
    ['2026-10-30T12:00:00Z', 'over', '2026-10-29T12:00Z', 'ended early'],
    ['2026-10-21T12:00:00Z', 'over', '2026-10-20T12:00Z', 'ended before it began'],
  ])('are at %s %s', (instant, state, endedAt) => {
    const absence = { ...timeAway(wanted, BOISE), endedAt: endedAt ? at(endedAt) : null };
    expect(absenceState(absence, at(instant))).toBe(state);
  });
});

describe('a wanted absence', () => {
  const trouble = (wishes: Partial<WantedAbsence>, standing: KnownAbsence[] = []) => {
    const found = absenceTrouble({ ...wanted, ...wishes }, staff, standing, { timeZone: BOISE, now });
    return found && `${found.field} ${found.code}`;
  };

  it.each<[string, Partial<WantedAbsence>, string | null]>([
    ['is fine', {}, null],
    ['may begin today', { fromOn: '2026-10-20', untilOn: '2026-10-20' }, null],
    ['may last 92 days', { untilOn: '2027-01-25' }, null],
    ['not longer', { untilOn: '2027-01-26' }, 'untilOn awayTooLong'],
    ['not begin yesterday', { fromOn: '2026-10-19' }, 'fromOn inThePast'],
    ['not end before it begins', { untilOn: '2026-10-25' }, 'untilOn dateOutOfRange'],
    ['not be covered by who is away', { coverId: 'maren' }, 'coverId somebodyElse'],
    ['not be covered by a coordinator', { coverId: 'lena' }, 'coverId notTreating'],
    ['not be covered by who is suspended', { coverId: 'gone' }, 'coverId notTreating'],
    ['not be covered by a stranger', { coverId: 'stranger' }, 'coverId notTreating'],
    ['not be of who treats nobody', { staffMemberId: 'lena' }, 'staffMemberId notTreating'],
  ])('%s', (_, wishes, found) => {
    expect(trouble(wishes)).toBe(found);
  });

  it('takes today from the clock there', () => {
    const late = at('2026-10-21T05:30Z');
    const days = { fromOn: '2026-10-20', untilOn: '2026-10-20' };
    const found = absenceTrouble({ ...wanted, ...days }, staff, [], { timeZone: BOISE, now: late });
    expect(found).toBeNull();
  });

  it.each<[string, KnownAbsence, string | null]>([
    ['within', known({}), 'coverId awayThen'],
    ['on the last day', known({ fromOn: '2026-11-06', untilOn: '2026-11-20' }), 'coverId awayThen'],
    ['on the first day', known({ fromOn: '2026-10-01', untilOn: '2026-10-26' }), 'coverId awayThen'],
    ['until the day before', known({ fromOn: '2026-10-01', untilOn: '2026-10-25' }), null],
    ['from the day after', known({ fromOn: '2026-11-07', untilOn: '2026-11-20' }), null],
    ['no more', known({ endedAt: now }), null],
    ['never, somebody else is', known({ staffMemberId: 'x' }), null],
  ])('is covered by somebody who is away %s or not at all', (_, standing, found) => {
    expect(trouble({}, [standing])).toBe(found);
  });

  it.each<[string, KnownAbsence, string | null]>([
    ['they are away then', known({ staffMemberId: 'maren' }), 'already-exists'],
    ['they cover for somebody then', known({ staffMemberId: 'x', coverId: 'maren' }), 'covers-somebody'],
    ['they covered, but it was ended', known({ staffMemberId: 'x', coverId: 'maren', endedAt: now }), null],
    [
      'they cover after that',
      known({ staffMemberId: 'x', coverId: 'maren', fromOn: '2026-11-07', untilOn: '2026-11-08' }),
      null,
    ],
  ])('does not go together with another when %s', (_, standing, conflict) => {
    expect(absenceConflict('maren', timeAway(wanted, BOISE), [standing])).toBe(conflict);
  });
});
