import type { AuditEntry, AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import type { Database, Tx } from '@app/platform/database/database.js';
import type { SignedInRequest } from '../auth/signed-in-request.js';
import { Refusals } from './refusals.js';

const ID = '01939af2-0000-7000-8000-000000000001';
const actor: StaffActor = {
  kind: 'staff',
  clinicId: ID,
  accountId: ID,
  staffMemberId: ID,
  roles: ['practitioner'],
};

describe('a refusal', () => {
  const recorded: AuditEntry[] = [];
  const actors: unknown[] = [];
  let trouble: Error | undefined;
  const refusals = new Refusals(
    {
      inClinic: (who: unknown, work: (tx: Tx) => Promise<void>) => {
        actors.push(who);
        return work({} as Tx);
      },
    } as unknown as Database,
    {
      record: (_: Tx, entry: AuditEntry) => {
        if (trouble) return Promise.reject(trouble);
        recorded.push(entry);
        return Promise.resolve();
      },
    } as unknown as AuditService,
  );
  beforeEach(() => {
    recorded.length = 0;
    trouble = undefined;
  });

  const answer = (statusCode: number, over: Partial<Record<keyof SignedInRequest, unknown>> = {}) =>
    refusals.record(
      {
        id: 'r-1',
        method: 'GET',
        user: actor,
        routeOptions: { url: '/api/clients/:id' },
        params: { id: ID },
        ...over,
      } as unknown as SignedInRequest,
      { statusCode },
    );

  it.each([403, 404])('of %i says who asked for what, by pattern and ids', async (status) => {
    await answer(status);
    expect(actors.at(-1)).toBe(actor);
    expect(recorded).toEqual([
      {
        action: 'request.refused',
        outcome: 'refused',
        operation: 'GET /api/clients/:id',
        subjectType: 'route',
        subjectIds: [ID],
        clientIds: [],
      },
    ]);
  });

  it('keeps nothing that was typed into an address', async () => {
    const params = { kind: 'canary', token: ID.toUpperCase(), id: ID };
    await answer(404, { routeOptions: { url: '/api/crisis-contacts/:kind/:token/:id' }, params });
    expect(recorded[0]!.subjectIds).toEqual([ID]);
    expect(JSON.stringify(recorded)).not.toContain('canary');
  });

  it.each([200, 201, 204, 304, 400, 401, 409, 422, 429, 500, 503])('is not what %i is', async (status) => {
    await answer(status);
    expect(recorded).toEqual([]);
  });

  it.each([
    ['nobody is signed in', { user: undefined }],
    ['the password alone was given', { user: { ...actor, kind: 'known-password' } }],
    ['no route took the address', { routeOptions: { url: undefined } }],
    ['it is a file or page of the console', { routeOptions: { url: '/*' } }],
    ['it is a page of a client', { routeOptions: { url: '/r/p/:mailingId' } }],
  ])('is not recorded when %s', async (_, over) => {
    await answer(404, over);
    expect(recorded).toEqual([]);
  });

  it('that cannot be recorded fails nothing', async () => {
    trouble = new Error('the database is away');
    await expect(answer(404)).resolves.toBeUndefined();
  });
});
