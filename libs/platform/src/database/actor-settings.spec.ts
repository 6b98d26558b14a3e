import type { Actor, Role } from '../actor.js';
import { settingsOf, settingsOfRow } from './actor-settings.js';

const CLINIC = '01939af2-0000-7000-8000-000000000001';
const PERSON = '01939af2-0000-7000-8000-000000000002';
const staff = (over: object = {}): Actor => ({
  kind: 'staff',
  clinicId: CLINIC,
  accountId: PERSON,
  staffMemberId: PERSON,
  roles: ['practitioner', 'admin'],
  ...over,
});

describe('the settings of an actor', () => {
  it('name the clinic, who acts, and their roles, for this transaction alone', () => {
    const settings = settingsOf(staff());
    expect(settings).toContain(`set_config('app.clinic_id', '${CLINIC}', true)`);
    expect(settings).toContain(`set_config('app.staff_member_id', '${PERSON}', true)`);
    expect(settings).toContain(`set_config('app.roles', 'practitioner,admin', true)`);
    expect(settings).toContain(`set_config('app.client_id', '', true)`);
    expect(settings.match(/set_config\(/g)).toHaveLength(5);
    expect(settings.match(/, true\)/g)).toHaveLength(5);
  });

  it('set all five for everybody: nothing of another actor can be left over', () => {
    const actors: Actor[] = [
      staff(),
      { kind: 'client', clinicId: CLINIC, clientId: PERSON },
      { kind: 'system', clinicId: CLINIC, job: "it's" },
    ];
    const names = actors.map((actor) =>
      [...settingsOf(actor).matchAll(/'(app\.\w+)'/g)].map((match) => match[1]),
    );
    const ofRows = [{ clinicId: 'l.clinic_id' }, { clinicId: 'm.clinic_id', clientId: 'm.client_id' }];
    for (const row of ofRows) {
      const named = [...settingsOfRow(row).matchAll(/'(app\.\w+)'/g)].map((match) => match[1]);
      expect(named).toEqual(names[0]);
    }
    expect(names[1]).toEqual(names[0]);
    expect(names[2]).toEqual(names[0]);
  });

  it.each([
    '',
    'x',
    "' || '",
    `${CLINIC}'`,
    `${CLINIC}\n`,
    `${CLINIC}', true); drop table clients; --`,
    CLINIC.toUpperCase(),
    `{${CLINIC}}`,
    ` ${CLINIC}`,
  ])('refuse an id that is none: %j', (id) => {
    for (const actor of [
      staff({ clinicId: id }),
      staff({ staffMemberId: id }),
      { kind: 'client' as const, clinicId: id, clientId: PERSON },
      { kind: 'client' as const, clinicId: CLINIC, clientId: id },
      { kind: 'system' as const, clinicId: id, job: 'x' },
    ]) {
      expect(() => settingsOf(actor)).toThrow('not an id');
    }
  });

  it.each(['owner', "admin'", '', 'admin,coordinator'])('refuse a role that is none: %j', (role) => {
    expect(() => settingsOf(staff({ roles: [role as Role] }))).toThrow('unknown role');
  });

  it('never carry the name of a job into the statement', () => {
    expect(
      settingsOf({ kind: 'system', clinicId: CLINIC, job: "x', true); drop table clients; --" }),
    ).not.toContain('drop');
  });
});
