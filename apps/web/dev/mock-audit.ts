import type { AuditEventView } from '../src/api-client/views-clinic.js';

const rowan = { id: 'rowan', name: 'Rowan Ellis' };
const others = [rowan, { id: 'priya', name: 'Priya Sethi' }, { id: 'june', name: 'June Abara' }];

type Row = Partial<AuditEventView> & { action: string };
const maren: Partial<AuditEventView> = { actorName: 'Maren Okoye', roles: ['admin', 'practitioner'] };
const dana: Partial<AuditEventView> = { actorName: 'Dana Reyes', roles: ['practitioner'] };
const odile: Partial<AuditEventView> = { actorName: 'Odile Marsh', roles: ['coordinator'] };

const rows: Row[] = [
  {
    ...maren,
    action: 'audit.read',
    subjectType: 'audit-event',
    subjectCount: 50,
    operation: 'AuditEvents.list',
  },
  { ...maren, action: 'brief.read', clients: [rowan], operation: 'Briefs.brief' },
  { ...odile, action: 'request.refused', outcome: 'refused', operation: 'Reflections.list', subjectCount: 0 },
  { ...maren, action: 'reflection.listed', clients: [rowan], subjectType: 'reflection', subjectCount: 4 },
  { actorKind: 'system', job: 'send-mailing', action: 'mailing.sent', clients: [rowan], ip: null },
  {
    ...odile,
    action: 'clients.listed',
    clients: [...others, { id: 'imani', name: 'Imani Osei' }],
    subjectCount: 4,
  },
  { actorKind: 'client', action: 'reflection.sent', clients: [rowan], subjectType: 'reflection' },
  { ...dana, action: 'break-glass.opened', clients: [rowan], subjectType: 'break-glass' },
  {
    ...dana,
    action: 'care-team.seat-changed',
    clients: [others[1] ?? rowan],
    subjectType: 'care-team-member',
  },
  {
    ...maren,
    action: 'staff-member.suspended',
    subjectType: 'staff-member',
    operation: 'StaffMembers.suspend',
  },
  { ...maren, action: 'staff-member.paused', subjectType: 'staff-member' },
];

export const auditEvents: AuditEventView[] = rows.map((row, i) => ({
  id: `ev-${i}`,
  at: new Date(Date.now() - i * 437_000 - 21_000).toISOString(),
  actorKind: 'staff',
  actorName: null,
  roles: [],
  job: null,
  outcome: 'done',
  operation: null,
  subjectType: 'client',
  subjectCount: 1,
  clients: [],
  requestId: `0199f2c1-7a10-7c3e-9b1d-0000000000${i + 10}`,
  ip: '203.0.113.24',
  sealed: i > 2,
  ...row,
}));
