import fc from 'fast-check';
import type { NoticeReason } from './flag.types.js';
import { type People, receiversOf } from './receivers.rules.js';

const people: People = {
  responder: 'maren',
  backup: 'ines',
  lead: 'oren',
  hasOutsideBackup: false,
  claimant: null,
  team: ['petra'],
  office: ['lena', 'ada'],
};
const none: Partial<People> = { responder: null, backup: null, lead: null };

describe('who is told of a flag', () => {
  it.each<[string, NoticeReason, 'red' | 'amber', Partial<People>, string[]]>([
    ['red: responder and backup', 'raised', 'red', {}, ['maren', 'ines']],
    ['amber: the responder', 'raised', 'amber', {}, ['maren']],
    ['risen: responder and backup', 'risen', 'red', {}, ['maren', 'ines']],
    ['a mail that did not go: the lead', 'not-accepted', 'red', {}, ['oren']],
    ['unclaimed: the lead', 'unclaimed', 'red', {}, ['oren']],
    ['a broken promise: all three', 'overdue', 'red', {}, ['maren', 'ines', 'oren']],
    ['and who made it', 'overdue', 'red', { claimant: 'petra' }, ['maren', 'ines', 'oren', 'petra']],
    ['nobody twice', 'overdue', 'red', { lead: 'maren', claimant: 'ines' }, ['maren', 'ines']],
    ['a solo practice', 'raised', 'red', { backup: null, hasOutsideBackup: true }, ['maren']],
    ['no responder now: the backup', 'raised', 'red', { responder: null }, ['ines']],
    ['amber without a responder: the lead', 'raised', 'amber', { responder: null, backup: null }, ['oren']],
    ['no roster: the care team', 'raised', 'red', none, ['petra']],
    ['no roster, unclaimed: the office', 'unclaimed', 'red', none, ['lena', 'ada']],
    [
      'no roster, a broken promise: the care team',
      'overdue',
      'red',
      { ...none, claimant: 'petra' },
      ['petra'],
    ],
    ['nobody at all: the office', 'raised', 'red', { ...none, team: [] }, ['lena', 'ada']],
  ])('%s', (_, reason, colour, more, staff) => {
    expect(receiversOf({ reason, colour }, { ...people, ...more }).staff).toEqual(staff);
  });

  it.each<[NoticeReason, 'red' | 'amber', boolean]>([
    ['raised', 'red', true],
    ['raised', 'amber', false],
    ['risen', 'red', true],
    ['not-accepted', 'red', false],
    ['unclaimed', 'red', false],
    ['overdue', 'red', true],
  ])('%s %s reaches a backup outside the clinic: %s', (reason, colour, outside) => {
    const solo = { ...people, backup: null, hasOutsideBackup: true };
    expect(receiversOf({ reason, colour }, solo).outside).toBe(outside);
    expect(receiversOf({ reason, colour }, people).outside).toBe(false);
  });

  it('is never nobody while anybody works there, and nobody twice', () => {
    const id = fc.option(fc.constantFrom('a', 'b', 'c'));
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
    const somebody = fc.record({
      ...{ responder: id, backup: id, lead: id, claimant: id, team: ids },
      ...{
        office: fc.uniqueArray(fc.constantFrom('x', 'y'), { minLength: 1 }),
        hasOutsideBackup: fc.boolean(),
      },
    });
    const reasons = fc.constantFrom<NoticeReason>('raised', 'risen', 'not-accepted', 'unclaimed', 'overdue');
    const colours = fc.constantFrom<'red' | 'amber'>('red', 'amber');
    fc.assert(
      fc.property(somebody, reasons, colours, (those, reason, colour) => {
        const { staff } = receiversOf({ reason, colour }, those);
        expect(staff.length).toBeGreaterThan(0);
        expect(new Set(staff).size).toBe(staff.length);
      }),
    );
  });
});
