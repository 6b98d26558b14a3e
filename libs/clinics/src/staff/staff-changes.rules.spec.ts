import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Role } from '@app/platform/actor.js';
import {
  leadFor,
  roleChangeTrouble,
  sameRoles,
  type StaffStanding,
  suspensionTrouble,
  treatsNow,
} from './staff-changes.rules.js';

const nobody = { readsAloneFor: 0, coversFor: 0, onRosters: 0, respondsOn: 0 };
const reader = { ...nobody, readsAloneFor: 2 };
const cover = { ...nobody, coversFor: 1 };
const lead = { ...nobody, onRosters: 1 };
const responder = { ...lead, respondsOn: 1 };
const day = (count: number) => Temporal.Instant.from('2026-01-05T12:00Z').add({ hours: 24 * count });
const one = (id: string, roles: Role[], wishes: Partial<StaffStanding> = {}): StaffStanding => ({
  id,
  roles,
  status: 'active',
  createdAt: day(0),
  ...wishes,
});

const solo = [one('solo', ['admin', 'practitioner'])];
const clinic = [
  one('oren', ['admin'], { createdAt: day(0) }),
  one('maren', ['practitioner', 'admin'], { createdAt: day(2) }),
  one('ines', ['practitioner'], { createdAt: day(1) }),
  one('lena', ['coordinator']),
];
const oneAdmin = clinic.map((each) =>
  each.id === 'maren' ? { ...each, roles: ['practitioner'] as Role[] } : each,
);
const gone = clinic.map((each) => (each.id === 'oren' ? { ...each, status: 'suspended' as const } : each));

describe('a change of roles', () => {
  it.each<[string, StaffStanding[], string, Role[], typeof nobody, string | null]>([
    ['passes when another admin stays', clinic, 'oren', ['coordinator'], nobody, null],
    ['is refused to the last admin', oneAdmin, 'oren', ['coordinator'], nobody, 'last-admin'],
    ['is refused to the last who is not suspended', gone, 'maren', ['practitioner'], nobody, 'last-admin'],
    ['lets the last admin take another role on', oneAdmin, 'oren', ['admin', 'practitioner'], nobody, null],
    ['lets a solo therapist stop treating nobody', solo, 'solo', ['admin'], nobody, null],
    ['keeps who reads alone reading', clinic, 'ines', ['coordinator'], reader, 'sole-reader'],
    ['keeps who covers treating', clinic, 'ines', ['coordinator'], cover, 'covers-somebody'],
    ['keeps a responder treating', clinic, 'ines', ['coordinator'], responder, 'on-roster'],
    ['lets who only leads stop treating', clinic, 'ines', ['coordinator'], lead, null],
    ['lets who reads alone take a role on', clinic, 'ines', ['practitioner', 'admin'], reader, null],
    ['is nobody’s trouble while suspended', gone, 'oren', ['coordinator'], reader, null],
  ])('%s', (_, staff, id, roles, dependants, trouble) => {
    expect(roleChangeTrouble(staff, id, roles, dependants)).toBe(trouble);
  });
});

describe('a suspension', () => {
  it.each<[string, StaffStanding[], string, typeof nobody, string | null | undefined, string | null]>([
    ['passes', clinic, 'ines', nobody, undefined, null],
    ['is refused for the last admin, whoever takes over', oneAdmin, 'oren', nobody, 'maren', 'last-admin'],
    ['is refused for who reads alone', clinic, 'ines', reader, undefined, 'sole-reader'],
    ['is refused for who covers', clinic, 'ines', cover, undefined, 'covers-somebody'],
    ['is refused for who stands on a roster, whoever takes over', clinic, 'ines', lead, 'maren', 'on-roster'],
    ['passes when somebody takes over', clinic, 'ines', reader, 'maren', null],
    ['is refused when nobody can take over', clinic, 'ines', reader, null, 'no-lead'],
    ['needs nobody to take over what is not there', clinic, 'ines', nobody, null, null],
    ['is refused for who is suspended', gone, 'oren', nobody, undefined, 'conflict'],
  ])('%s', (_, staff, id, dependants, successor, trouble) => {
    expect(suspensionTrouble(staff, id, dependants, successor)).toBe(trouble);
  });
});

describe('who takes over', () => {
  it.each<[string, StaffStanding[], { leadId: string; responderId: string } | null, string, string | null]>([
    ['the lead of the roster', clinic, { leadId: 'ines', responderId: 'maren' }, 'x', 'ines'],
    ['its responder when the lead goes', clinic, { leadId: 'ines', responderId: 'maren' }, 'ines', 'maren'],
    [
      'its responder when the lead does not treat',
      clinic,
      { leadId: 'oren', responderId: 'ines' },
      'x',
      'ines',
    ],
    ['an admin who treats, without a roster', clinic, null, 'ines', 'maren'],
    ['nobody when no other admin treats', clinic, null, 'maren', null],
    ['nobody in a solo practice', solo, { leadId: 'solo', responderId: 'solo' }, 'solo', null],
  ])('is %s', (_, staff, asked, going, lead) => {
    expect(leadFor(staff, asked, [going])).toBe(lead);
  });

  it('is the one who has been here longest, of several', () => {
    const both = [
      one('new', ['admin', 'practitioner'], { createdAt: day(3) }),
      one('old', ['admin', 'practitioner'], { createdAt: day(1) }),
      one('suspended', ['admin', 'practitioner'], { status: 'suspended' }),
    ];
    expect(leadFor(both, null, ['x'])).toBe('old');
    expect(leadFor([...both].reverse(), null, ['x'])).toBe('old');
  });

  it('is not who is away: the next one is', () => {
    const asked = { leadId: 'ines', responderId: 'maren' };
    expect(leadFor(clinic, asked, ['x', 'ines'])).toBe('maren');
    expect(leadFor(clinic, asked, ['x', 'ines', 'maren'])).toBeNull();
  });
});

describe('whatever is asked, in whatever order', () => {
  const roles = fc.uniqueArray(fc.constantFrom<Role>('admin', 'practitioner', 'coordinator'), {
    minLength: 1,
  });
  const staffs = fc
    .array(
      fc.record({ roles, status: fc.constantFrom('active' as const, 'suspended' as const), at: fc.nat(9) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((all) =>
      all.map(({ at, ...each }, index) => one(`${index}`, each.roles, { ...each, createdAt: day(at) })),
    );
  const acts = fc.array(
    fc.record({ of: fc.nat(4), roles: fc.option(roles), reads: fc.nat(2), toLead: fc.boolean() }),
    { maxLength: 12 },
  );
  const hasAdmin = (staff: readonly StaffStanding[]) =>
    staff.some(({ status, roles: has }) => status === 'active' && has.includes('admin'));

  it('a clinic that has an admin keeps one', () => {
    fc.assert(
      fc.property(staffs, acts, (start, asked) => {
        fc.pre(hasAdmin(start));
        let staff = start;
        for (const act of asked) {
          const id = `${act.of}`;
          const dependants = { ...nobody, readsAloneFor: act.reads };
          const successor = act.toLead ? leadFor(staff, null, [id]) : undefined;
          const trouble = act.roles
            ? roleChangeTrouble(staff, id, act.roles, dependants)
            : suspensionTrouble(staff, id, dependants, successor);
          if (trouble) continue;
          const change = act.roles ? { roles: act.roles } : { status: 'suspended' as const };
          staff = staff.map((each) => (each.id === id ? { ...each, ...change } : each));
          expect(hasAdmin(staff)).toBe(true);
        }
      }),
    );
  });

  it('who takes over treats now, and is not who goes', () => {
    fc.assert(
      fc.property(staffs, fc.nat(4), fc.nat(4), fc.nat(4), (staff, going, lead, responder) => {
        const chosen = leadFor(staff, { leadId: `${lead}`, responderId: `${responder}` }, [`${going}`]);
        if (chosen === null) return;
        expect(chosen).not.toBe(`${going}`);
        expect(treatsNow(staff.find(({ id }) => id === chosen)!)).toBe(true);
      }),
    );
  });
});

it('takes roles for sets', () => {
  expect(sameRoles(['admin', 'practitioner'], ['practitioner', 'admin'])).toBe(true);
  expect(sameRoles(['admin'], ['admin', 'practitioner'])).toBe(false);
  expect(sameRoles(['admin', 'practitioner'], ['admin'])).toBe(false);
});
