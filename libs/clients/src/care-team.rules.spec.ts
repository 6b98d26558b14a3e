import type { Role } from '@app/platform/actor.js';
import { careTeamFor, careTeamTrouble, type CareTeamSeat } from './care-team.rules.js';

const me = (...roles: Role[]) => ({ staffMemberId: 'me', roles });
const seat = (staffMemberId: string, kind: CareTeamSeat['seat'] = 'words') => ({ staffMemberId, seat: kind });

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
  const staff = [
    { id: 'her', roles: ['practitioner'] as Role[], status: 'active' },
    { id: 'desk', roles: ['coordinator'] as Role[], status: 'active' },
    { id: 'gone', roles: ['practitioner'] as Role[], status: 'suspended' },
  ];

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
