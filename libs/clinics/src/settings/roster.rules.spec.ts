import { type RosterPeople, rosterTrouble } from './roster.rules.js';

const staff = [
  { id: 'maren', roles: ['practitioner'], status: 'active' },
  { id: 'ines', roles: ['practitioner', 'admin'], status: 'active' },
  { id: 'lena', roles: ['coordinator'], status: 'active' },
  { id: 'gone', roles: ['practitioner'], status: 'suspended' },
] as const;
const good: RosterPeople = {
  responderId: 'maren',
  backupId: 'lena',
  leadId: 'ines',
  hasOutsideBackup: false,
};

describe('a roster', () => {
  it.each<[string, Partial<RosterPeople>]>([
    ['a responder, a backup and a lead', {}],
    ['a backup outside the clinic alone', { backupId: null, hasOutsideBackup: true }],
    ['both backups', { hasOutsideBackup: true }],
    ['a solo practitioner', { backupId: null, hasOutsideBackup: true, leadId: 'maren' }],
  ])('takes %s', (_, wish) => {
    expect(rosterTrouble({ ...good, ...wish }, staff)).toBeNull();
  });

  it.each<[string, Partial<RosterPeople>, string, string]>([
    ['a responder from elsewhere', { responderId: 'stranger' }, 'responderId', 'notOnStaff'],
    ['a suspended responder', { responderId: 'gone' }, 'responderId', 'notOnStaff'],
    ['a responder who does not treat', { responderId: 'lena' }, 'responderId', 'notPractitioner'],
    ['a suspended backup', { backupId: 'gone' }, 'backupId', 'notOnStaff'],
    ['a backup who is the responder', { backupId: 'maren' }, 'backupId', 'backupIsResponder'],
    ['no backup at all', { backupId: null }, 'backupId', 'noBackup'],
    ['a lead from elsewhere', { leadId: 'stranger' }, 'leadId', 'notOnStaff'],
  ])('refuses %s', (_, wish, field, code) => {
    expect(rosterTrouble({ ...good, ...wish }, staff)).toEqual({ field, code });
  });
});
