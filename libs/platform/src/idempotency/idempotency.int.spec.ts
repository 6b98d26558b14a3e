import { createHash } from 'node:crypto';
import type { Actor } from '../actor.js';
import { newId } from '../ids/ids.js';
import { Keyring } from '../encryption/keyring.js';
import { kekInMemory, openPlatformHouse, type PlatformHouse } from '../platform.test-support.js';
import { Idempotency } from './idempotency.js';

describe('a creating call that comes twice', () => {
  let at: PlatformHouse;
  let idempotency: Idempotency;
  let key: string;

  beforeAll(async () => {
    at = await openPlatformHouse({ poolSize: 6 });
    const keyring = new Keyring(at.db, kekInMemory());
    for (const clinic of [at.one, at.other])
      await at.db.inClinic(clinic, (tx) => keyring.createForClinic(tx));
    idempotency = new Idempotency(keyring);
  });
  beforeEach(() => {
    key = newId();
  });
  afterAll(() => at.close());

  interface Wishes {
    actor?: Actor;
    body?: unknown;
    route?: string;
    create?: () => Promise<string>;
  }
  let made = 0;
  const call = (
    { actor = at.one, body = { a: 1 }, route = 'POST /things', create }: Wishes = {},
    withKey: string | undefined = key,
  ) =>
    at.db.inClinic(actor, (tx) =>
      idempotency.once(
        tx,
        { key: withKey, route, body },
        create ??
          (async () => {
            made += 1;
            await tx.query('select pg_sleep(0.02)');
            return newId();
          }),
      ),
    );

  it('makes one thing and answers with it again', async () => {
    const before = made;
    const first = await call();
    expect(await call()).toBe(first);
    expect(await call()).toBe(first);
    expect(made - before).toBe(1);
  });

  it('makes one thing when twins come at the same moment', async () => {
    const before = made;
    const ids = await Promise.all([call(), call(), call(), call(), call()]);
    expect(new Set(ids).size).toBe(1);
    expect(made - before).toBe(1);
  });

  it('makes two without a key', async () => {
    const once = () =>
      at.db.inClinic(at.one, (tx) =>
        idempotency.once(tx, { key: undefined, route: 'r', body: {} }, () => Promise.resolve(newId())),
      );
    expect(await once()).not.toBe(await once());
  });

  it.each<[string, Wishes]>([
    ['another body', { body: { a: 2 } }],
    ['another route', { route: 'POST /others' }],
  ])('refuses the key with %s, and makes nothing', async (_, wishes) => {
    const first = await call();
    const before = made;
    await expect(call(wishes)).rejects.toMatchObject({ status: 422, code: 'idempotency-body-differs' });
    expect(made).toBe(before);
    expect(await call()).toBe(first);
  });

  it('keeps no body, and no more than a hash of it', async () => {
    const body = { words: 'canary-of-a-body' };
    await call({ body });
    const [row] = await at.rows<{ row: string; hash: Buffer }>(
      'select i::text as row, body_hash as hash from idempotency_keys i where key = $1',
      [key],
    );
    expect(row!.hash.length).toBe(32);
    expect(row!.row).not.toContain('canary-of-a-body');
    // Whoever holds the table alone cannot try bodies out: the hash is keyed.
    expect(row!.hash).not.toEqual(createHash('sha256').update(JSON.stringify(body)).digest());
  });

  it('takes the same fields in another order for the same body', async () => {
    const one = { a: 1, b: { c: [1, { d: 2, e: null }], f: 'x' } };
    const other = { b: { f: 'x', c: [1, { e: null, d: 2 }] }, a: 1 };
    expect(await call({ body: other })).toBe(await call({ body: one }));
    const swapped = { ...one, b: { ...one.b, c: [{ d: 2, e: null }, 1] } };
    await expect(call({ body: swapped })).rejects.toMatchObject({ code: 'idempotency-body-differs' });
  });

  it('forgets what failed: the next try makes the thing', async () => {
    await expect(call({ create: () => Promise.reject(new Error('the disk is full')) })).rejects.toThrow(
      'the disk is full',
    );
    const before = made;
    await call();
    expect(made - before).toBe(1);
  });

  it('lets the twin of a failing call make it', async () => {
    let twin: Promise<string> | undefined;
    const failing = call({
      create: () => {
        // It comes while the first one holds the key, and waits for it.
        twin = call();
        return Promise.reject(new Error('the disk is full'));
      },
    });
    await expect(failing).rejects.toThrow('the disk is full');
    await expect(twin).resolves.toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tells people and clinics apart', async () => {
    const staff = (id: string): Actor => ({
      kind: 'staff',
      clinicId: at.one.clinicId,
      accountId: id,
      staffMemberId: id,
      roles: ['admin'],
    });
    const client = (id: string): Actor => ({ kind: 'client', clinicId: at.one.clinicId, clientId: id });
    const id = newId();
    const actors = [at.one, at.other, staff(id), staff(newId()), client(id)];
    const ids: string[] = [];
    for (const actor of actors) ids.push(await call({ actor }));
    expect(new Set(ids).size).toBe(actors.length);
  });

  it('remembers for 24 hours', async () => {
    const first = await call();
    await at.rows(
      "update idempotency_keys set created_at = app_now() - interval '23 hours 59 minutes' where key = $1",
      [key],
    );
    expect(await call()).toBe(first);
    await at.rows(
      "update idempotency_keys set created_at = app_now() - interval '24 hours 1 minute' where key = $1",
      [key],
    );
    expect(await call()).not.toBe(first);
  });
});
