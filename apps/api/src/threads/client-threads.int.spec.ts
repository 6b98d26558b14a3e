import { Client } from 'pg';
import type { ClientActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import { WordsTown } from './words.test-support.js';
import { ClientThreads, type ThreadsOfAnswer } from '@app/threads/client-threads.service.js';
import type { ThreadListView, ThreadView } from '@app/threads/thread.view.js';

describe('threads as clients make and review them', () => {
  let town: WordsTown;
  let threads: ClientThreads;

  beforeAll(async () => {
    town = await WordsTown.open();
    threads = town.api.app.get(ClientThreads, { strict: false });
  });
  afterAll(() => town.close());

  const asRowan = <T>(work: (tx: Tx, key: Key) => Promise<T>, clientId = town.rowan): Promise<T> => {
    const actor: ClientActor = { kind: 'client', clinicId: town.clinic.clinicId, clientId };
    const keyring = town.api.app.get(Keyring, { strict: false });
    return town.api.app
      .get(Database, { strict: false })
      .inClinic(actor, async (tx) => work(tx, await keyring.client(tx, clientId)));
  };
  const keep = (reflectionId: string, name: string | null) =>
    asRowan((tx, key) => threads.keep(tx, key, { clientId: town.rowan, reflectionId, name }));
  const replace = (reflectionId: string, said: Partial<ThreadsOfAnswer>) =>
    asRowan((tx, key) =>
      threads.replaceFor(tx, key, reflectionId, { clientId: town.rowan, thread: null, checks: [], ...said }),
    );
  const listed = async (): Promise<ThreadView[]> =>
    ((await town.get(`/clients/${town.rowan}/threads`).expect(200)).body as ThreadListView).items;
  const one = async (id: string) => (await listed()).find((thread) => thread.id === id)!;

  it('keep what a reflection is about, with a name or without, as the client’s', async () => {
    const reflection = await town.sent('It was about the stairs.');
    const id = await keep(reflection, 'The stairs');
    expect(await one(id)).toMatchObject({
      name: 'The stairs',
      createdByName: null,
      origin: { reflectionId: reflection },
      sharedAt: null,
      archivedAt: null,
    });
    expect(await one(await keep(await town.sent('And this.'), null))).toMatchObject({ name: null });
  });

  it('follow a changed reflection: renamed, put away, and there again', async () => {
    const reflection = await town.sent('It was about the sea.');
    const id = await keep(reflection, 'The sea');
    const scale = { low: 'calm', high: 'wild' };
    await town.patch(`/threads/${id}`, { version: 1, scale }).expect(200);
    await replace(reflection, { thread: { name: 'The shore' } });
    expect(await one(id)).toMatchObject({ name: 'The shore', scale, version: 3 });
    await replace(reflection, {});
    expect((await one(id)).archivedAt).not.toBeNull();
    await replace(reflection, { thread: { name: null } });
    expect(await one(id)).toMatchObject({ name: null, archivedAt: null });
    const other = await town.sent('No thread at first.');
    await replace(other, { thread: { name: 'Late' } });
    const names = (await listed()).map((thread) => thread.name);
    expect(names.filter((name) => name === 'Late')).toHaveLength(1);
  });

  it('are reviewed beside the therapist’s view, once a reflection, and changed with it', async () => {
    const id = await keep(await town.sent('Reviewed.'), 'The door');
    const reflection = await town.sent('');
    const check = (checks: ThreadsOfAnswer['checks']) =>
      asRowan((tx, key) =>
        threads.check(tx, key, { clientId: town.rowan, reflectionId: reflection, checks }),
      );
    await check([{ threadId: id, fit: 'fits', rating: 3 }]);
    await check([{ threadId: id, fit: 'not-quite', rating: null }]);
    expect((await one(id)).checks).toMatchObject([
      { via: 'review', fit: 'not-quite', rating: null, words: '', recordedByName: null },
    ]);
    await replace(reflection, { checks: [{ threadId: id, fit: null, rating: 7 }] });
    expect((await one(id)).checks).toMatchObject([{ fit: null, rating: 7 }]);
    await replace(reflection, { checks: [] });
    expect((await one(id)).checks).toEqual([]);
    await check([{ threadId: id, fit: 'fits', rating: 1 }]);
    await town.rows('update reflections set withdrawn_at = now() where id = $1', [reflection]);
    expect((await one(id)).checks).toEqual([]);
  });

  it('say nothing of threads that are another’s, put away, or not there', async () => {
    const mine = await keep(await town.sent('Mine.'), 'Mine');
    const junes = (await town.post(`/clients/${town.june}/threads`, { name: 'June’s' }).expect(201))
      .body as ThreadView;
    await town.post(`/threads/${mine}/archiving`, { version: 1 }).expect(200);
    const reflectionId = await town.sent('');
    const checks = [mine, junes.id, newId()].map((threadId) => ({
      threadId,
      fit: 'fits' as const,
      rating: 1,
    }));
    await asRowan((tx, key) => threads.check(tx, key, { clientId: town.rowan, reflectionId, checks }));
    expect(await town.rows('select 1 from thread_checks where reflection_id = $1', [reflectionId])).toEqual(
      [],
    );
  });

  it('lose the name that came with what is taken back, unless staff have given another', async () => {
    const reflection = await town.sent('About her.');
    const id = await keep(reflection, 'Her');
    const renamed = await keep(reflection, 'Him');
    await town.patch(`/threads/${renamed}`, { version: 1, name: 'The brother' }).expect(200);
    await town.rows('update reflections set withdrawn_at = now() where id = $1', [reflection]);
    expect(await one(id)).toMatchObject({ name: null });
    expect(await one(renamed)).toMatchObject({ name: 'The brother' });
  });

  it('are shown to the product only while they are shared and not put away', async () => {
    const id = await keep(await town.sent('Shared?'), 'Shared');
    const seen = async () => {
      const { db } = town.api.house;
      const rows = await db.inClinic(town.clinic.system, (tx) =>
        tx.query('select 1 from threads where id = $1', [id]),
      );
      return rows.length;
    };
    expect(await seen()).toBe(0);
    await town.patch(`/threads/${id}`, { version: 1, shared: true }).expect(200);
    expect(await seen()).toBe(1);
    await town.post(`/threads/${id}/archiving`, { version: 2 }).expect(200);
    expect(await seen()).toBe(0);
  });

  it('keep no word in the open', async () => {
    const superuser = new Client({ connectionString: town.api.database.adminUrl });
    await superuser.connect();
    const { rows } = await superuser.query<{ all: string }>(
      `select coalesce(string_agg(encode(body_sealed, 'escape'), ''), '') as all from threads`,
    );
    await superuser.end();
    expect(rows[0]!.all).not.toMatch(/stairs|shore|brother/i);
  });
});
