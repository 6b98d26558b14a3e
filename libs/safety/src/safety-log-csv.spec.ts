import { safetyLogCsv } from './safety-log-csv.js';
import type { SafetyLogItemView } from './safety-log.view.js';

const item: SafetyLogItemView = {
  flagNumber: '7F3A-91C2',
  lane: 'psychological',
  colour: 'red',
  raisedAt: '2026-11-09T17:00:00Z',
  toldAt: '2026-11-09T17:00:05Z',
  openedAt: null,
  claimedAt: '2026-11-09T17:12:00Z',
  claimedByName: 'Maren Okoye',
  minutesToClaim: 12,
  closedAt: null,
  late: false,
  escalations: 0,
};
const lines = (items: SafetyLogItemView[]) => safetyLogCsv(items).replace(/\r\n$/, '').split('\r\n');

describe('the safety log as a file', () => {
  it('names its columns, and quotes every cell', () => {
    const [head, row] = lines([item]);
    expect(head).toBe(
      '\ufeffflagNumber,lane,colour,raisedAt,toldAt,openedAt,claimedAt,claimedByName,minutesToClaim,closedAt,late,escalations',
    );
    expect(row).toBe(
      '"7F3A-91C2","psychological","red","2026-11-09T17:00:00Z","2026-11-09T17:00:05Z","","2026-11-09T17:12:00Z","Maren Okoye","12","","no","0"',
    );
  });

  it.each(['=HYPERLINK("https://harrow.example")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'makes no formula of the name %j',
    (claimedByName) => {
      const cell = /"((?:[^"]|"")*)","12"/.exec(safetyLogCsv([{ ...item, claimedByName }]))?.[1];
      expect(cell).toMatch(/^'/);
    },
  );

  it('makes none of what stands after a semicolon either', () => {
    expect(safetyLogCsv([{ ...item, claimedByName: 'Maren; =1+1' }])).toContain(`"Maren; '=1+1"`);
  });
});
