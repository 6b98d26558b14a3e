import type { RosterValues } from './roster-draft.js';
import { rosterWarnings } from './roster-warnings.js';

const roster: RosterValues = {
  locationId: 'l',
  responderId: 'maren',
  backupId: 'ines',
  outsideBackupEmail: '',
  leadId: 'maren',
  openFrom: '09:00',
  openTo: '17:00',
  openDays: [1, 2, 3, 4, 5],
  holidays: [],
};
const warnings = (
  over: Partial<RosterValues>,
  kind: 'psychological' | 'medical' = 'psychological',
  staff = ['maren', 'ines'],
) => rosterWarnings(kind, { ...roster, ...over }, staff);

describe('what is said before a roster is saved', () => {
  it.each<[string, Partial<RosterValues>, string[]]>([
    ['people who work here, with mornings', {}, []],
    ['no backup of the house', { backupId: '' }, []],
    ['somebody who has left', { backupId: 'gone' }, ['gone']],
    ['nobody who works here', { responderId: 'gone', backupId: '', leadId: 'gone' }, ['nobody']],
    ['nobody at all', { responderId: '', backupId: '', leadId: '' }, ['nobody']],
    ['the end of the week alone', { openDays: [5, 6] }, ['no-mornings']],
    ['afternoons', { openFrom: '12:00' }, ['no-mornings']],
    ['hours that are not whole', { openTo: '' }, ['no-mornings']],
  ])('%s', (_, over, wanted) => {
    expect(warnings(over)).toEqual(wanted);
  });

  it('is about PHQ-9 only where its flags go', () => {
    expect(warnings({ openDays: [6] }, 'medical')).toEqual([]);
  });

  it.each([
    ['06:00', '08:00', false],
    ['06:00', '08:01', true],
    ['07:59', '12:00', true],
    ['11:59', '17:00', true],
    ['12:00', '17:00', false],
    ['09:00', '09:00', false],
  ])('takes %s to %s for a staffed morning as the schedule does: %s', (openFrom, openTo, has) => {
    for (const openDays of [[1], [4, 5]])
      expect(warnings({ openFrom, openTo, openDays })).toEqual(has ? [] : ['no-mornings']);
    expect(warnings({ openFrom, openTo, openDays: [5, 6, 7] })).toEqual(['no-mornings']);
  });
});
