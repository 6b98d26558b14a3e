import { auditCsv } from './audit-csv.js';
import type { AuditEventView } from './audit-log.view.js';

const event = (over: Partial<AuditEventView> = {}): AuditEventView => ({
  id: '01939af2-0000-7000-8000-000000000001',
  at: '2026-11-23T09:00:00.000Z',
  actorKind: 'staff',
  actorName: 'Maren Okoye',
  roles: ['admin', 'practitioner'],
  job: null,
  action: 'client.read',
  outcome: 'done',
  operation: null,
  subjectType: 'client',
  subjectCount: 1,
  clients: [{ id: '01939af2-0000-7000-8000-000000000002', name: 'Rowan Ellis' }],
  requestId: 'r-1',
  ip: '192.0.2.7',
  sealed: true,
  ...over,
});

async function linesOf(...pieces: AuditEventView[][]): Promise<string[]> {
  async function* come() {
    yield* await Promise.resolve(pieces);
  }
  let text = '';
  for await (const piece of auditCsv(come())) text += piece;
  expect(text.startsWith('\ufeff')).toBe(true);
  return text.slice(1).split('\r\n');
}

describe('the audit log as CSV', () => {
  it('has one head, and a line for each row of every piece', async () => {
    const second = event({
      clients: [],
      sealed: false,
      outcome: 'refused',
      operation: 'GET /api/clients/:id',
    });
    expect(await linesOf([event()], [second])).toEqual([
      'at,actorKind,actorName,roles,job,action,outcome,operation,subjectType,subjectCount,clients,requestId,ip,sealed,id',
      '"2026-11-23T09:00:00.000Z","staff","Maren Okoye","admin practitioner","","client.read","done","","client","1","Rowan Ellis","r-1","192.0.2.7","yes","01939af2-0000-7000-8000-000000000001"',
      '"2026-11-23T09:00:00.000Z","staff","Maren Okoye","admin practitioner","","client.read","refused","GET /api/clients/:id","client","1","","r-1","192.0.2.7","no","01939af2-0000-7000-8000-000000000001"',
      '',
    ]);
    expect(await linesOf()).toHaveLength(2);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'lets no name become a formula: %j',
    async (name) => {
      const [, line] = (await linesOf([event({ actorName: name, clients: [{ id: '', name }] })]))
        .join('\n')
        .split(/\n(?="2026)/);
      const cells = line!.split(',');
      expect(cells[2]).toMatch(/^"?'/);
      expect(cells[10]).toMatch(/^"?'/);
    },
  );

  it.each(['Rowan;=1+1', 'Rowan; @SUM(A1)', 'Rowan;＝1'])(
    'lets no name become a formula where a semicolon parts cells: %j',
    async (name) => {
      const clients = [name, '=1+1'].map((each) => ({ id: '', name: each }));
      const [, line] = await linesOf([event({ actorName: name, clients })]);
      const cells = line!.split(';').map((cell) => cell.trim());
      expect(cells).toHaveLength(4);
      for (const cell of cells.slice(1)) expect(cell).toMatch(/^'/);
      for (const cell of line!.split('","')) expect(cell).not.toMatch(/^[=+@-]/);
    },
  );

  it('keeps commas, quotes and line breaks inside their cell', async () => {
    const [, line] = await linesOf([event({ actorName: 'Okoye, "Maren"' })]);
    expect(line).toContain(',"Okoye, ""Maren""",');
  });
});
