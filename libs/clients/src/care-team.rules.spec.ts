import type { Role } from '@app/platform/actor.js';
import {
  careTeamAfter,
  careTeamFor,
  careTeamTrouble,
  type CareTeamSeat,
  isRead,
  mayChangeCareTeam,
} from './care-team.rules.js';

const me = (...roles: Role[]) => ({ staffMemberId: 'me', roles });
const seat = (staffMemberId: string, kind: CareTeamSeat['seat'] = 'words') => ({ staffMemberId, seat: kind });

const staff = [
  { id: 'her', roles: ['practitioner'] as Role[], status: 'active' as const },
  { id: 'me', roles: ['practitioner'] as Role[], status: 'active' as const },
  { id: 'desk', roles: ['coordinator'] as Role[], status: 'active' as const },
  { id: 'gone', roles: ['practitioner'] as Role[], status: 'suspended' as const },
];

describe('the care team of a new client', () => {
  it.each<[string, Role[], CareTeamSeat[], CareTeamSeat[]]>([
    ['a practitioner who names nobody joins', ['practitioner'], [], [seat('me')]],
    ['a solo therapist who names nobody joins', ['admin', 'practitioner'], [], [seat('me')]],
    ['an admin who names nobody has none', ['admin'], [], []],
    ['a coordinator who names one stays out', ['coordinator'], [seat('her')], [seat('her')]],
    ['a solo therapist may give a client away', ['admin', 'practitioner'], [seat('her')], [seat('her')]],
    [
      'a practitioner who names another joins too',
      ['practitioner'],
      [seat('her')],
      [seat('me'), seat('her')],
    ],
    [
      'the own seat stands first',
      ['practitioner'],
      [seat('her'), seat('me', 'body')],
      [seat('me', 'body'), seat('her')],
    ],
  ])('%s', (_, roles, named, team) => {
    expect(careTeamFor(me(...roles), named)).toEqual(team);
  });
});

describe('what is wrong with a care team', () => {
  it.each<[string, CareTeamSeat[], string | undefined]>([
    ['nothing, when a practitioner reads', [seat('her')], undefined],
    ['nobody is on it', [], 'arrayMinSize'],
    ['a coordinator is on it', [seat('her'), seat('desk')], 'notOnStaff'],
    ['a suspended practitioner is on it', [seat('gone')], 'notOnStaff'],
    ['somebody of another clinic is on it', [seat('stranger')], 'notOnStaff'],
    ['nobody on it reads', [seat('her', 'body')], 'noReader'],
  ])('%s', (_, team, code) => {
    expect(careTeamTrouble(team, staff)?.code).toBe(code);
  });
});

describe('a client is read', () => {
  it.each<[string, CareTeamSeat[], boolean]>([
    ['by a practitioner in the seat words', [seat('her')], true],
    ['by a supervisor', [seat('her', 'supervisor')], true],
    ['by nobody in the seat body', [seat('her', 'body')], false],
    ['by nobody who is suspended', [seat('gone')], false],
    ['by nobody who does not treat', [seat('desk')], false],
    ['by nobody without a team', [], false],
    ['by one of several', [seat('gone'), seat('her', 'body'), seat('me')], true],
  ])('%s', (_, team, read) => {
    expect(isRead(team, staff)).toBe(read);
  });
});

describe('a care team is changed', () => {
  const team = [seat('me'), seat('her', 'supervisor'), seat('body', 'body')];

  it.each<[string, Role[], string, boolean]>([
    ['by an admin', ['admin'], 'boss', true],
    ['by who reads the words', ['practitioner'], 'me', true],
    ['not by who supervises', ['practitioner'], 'her', false],
    ['not by who sits in the body seat', ['practitioner'], 'body', false],
    ['not by who is off it, covering or not', ['practitioner'], 'cover', false],
    ['not by a coordinator', ['coordinator'], 'desk', false],
    ['not by who reads no more, although the seat stands', ['coordinator'], 'me', false],
  ])('%s', (_, roles, staffMemberId, may) => {
    expect(mayChangeCareTeam({ staffMemberId, roles }, team)).toBe(may);
  });

  it('in one place: everybody else stays where they were', () => {
    const change = { joins: seat('her', 'words') };
    expect(careTeamAfter(team, change)).toEqual([team[0], seat('her'), team[2]]);
    expect(careTeamAfter(team, { joins: seat('new') })).toEqual([...team, seat('new')]);
    expect(careTeamAfter(team, { leavesId: 'me' })).toEqual([team[1], team[2]]);
    expect(careTeamAfter(team, { leavesId: 'nobody' })).toEqual(team);
  });
});
