import { tokenHash } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { openPromptHouse, type PromptHouse } from './prompts.test-support.js';
import { type LinkPurpose, ReplyLinks } from './reply-links.js';

describe('reply links', () => {
  let at: PromptHouse;
  let links: ReplyLinks;
  let mailingId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
    links = at.get(ReplyLinks);
  });
  beforeEach(async () => {
    await at.setClock('2026-11-02T10:00');
    mailingId = newId();
  });
  afterAll(() => at.close());

  const register = (purpose: LinkPurpose, minutes?: number) =>
    at.house.db.inClinic(at.worker, (tx) => links.register(tx, mailingId, purpose, minutes ?? null));
  const spend = (token: string, clinicId = at.worker.clinicId) =>
    at.house.db.inClinic({ ...at.worker, clinicId }, (tx) => links.spend(tx, token));

  it('are 256 bits, the same for one mailing and purpose, and different for every other', async () => {
    const token = await register('reply');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await register('reply')).toBe(token);
    expect(await links.tokenFor(mailingId, 'reply')).toBe(token);
    const others = [
      await register('fresh', 15),
      await register('unsubscribe'),
      await links.tokenFor(newId(), 'reply'),
    ];
    expect(new Set([token, ...others]).size).toBe(4);
  });

  it('lead to the mailing and its clinic, and stand in the database as a hash alone', async () => {
    const token = await register('reply');
    expect(await links.find(token)).toMatchObject({
      clinicId: at.clinic.clinicId,
      mailingId,
      purpose: 'reply',
      expiresAt: null,
    });
    const [row] = await at.rows<{ row: string; token_hash: Buffer }>(
      'select d::text as row, token_hash from link_directory d where mailing_id = $1',
      [mailingId],
    );
    expect(row!.row).not.toContain(token);
    expect(row!.token_hash).toEqual(tokenHash(token));
  });

  it.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}=`])(
    'lead nowhere when nobody made them: "%s"',
    async (token) => {
      expect(await links.find(token)).toBeNull();
    },
  );

  it('lead nowhere before their mailing was claimed', async () => {
    expect(await links.find(await links.tokenFor(mailingId, 'reply'))).toBeNull();
  });

  it('end with their time where they have one', async () => {
    const token = await register('fresh', 15);
    await at.setClock('2026-11-02T10:14');
    expect(await links.find(token)).not.toBeNull();
    await at.setClock('2026-11-02T10:16');
    expect(await links.find(token)).toBeNull();
  });

  it('are spent once, however many try at the same moment', async () => {
    const token = await register('fresh', 15);
    const outcomes = await Promise.all([spend(token), spend(token), spend(token)]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await links.find(token)).toBeNull();
  });

  it('are not spent after their end', async () => {
    const token = await register('fresh', 15);
    await at.setClock('2026-11-02T10:16');
    expect(await spend(token)).toBe(false);
  });

  it('are not spent from another clinic, nor when the rest fails', async () => {
    const token = await register('fresh', 15);
    expect(await spend(token, at.stranger.clinicId)).toBe(false);
    const failing = at.house.db.inClinic(at.worker, async (tx) => {
      await links.spend(tx, token);
      throw new Error('the line broke');
    });
    await expect(failing).rejects.toThrow('the line broke');
    expect(await links.find(token)).not.toBeNull();
  });

  it('that came to their time say nothing of an address that has changed', async () => {
    for (const purpose of ['fresh', 'unasked'] as const) {
      const token = await register(purpose, 15);
      await at.setClock('2026-11-02T10:16');
      expect(await links.findEnded(token)).toBeNull();
      await at.setClock('2026-11-02T10:00');
    }
  });

  it('of a rest or a stop have no end but the client’s address', async () => {
    const { id: clientId } = await aClient(at.house, { by: at.maren });
    const kept = await register('start-again');
    await at.rows(
      `insert into mailings (clinic_id, id, client_id, kind, status, send_at, send_until, counts_for_day,
         message_id, attempts, retried)
       values ($1, $2, $3, 'stopped', 'sent', app_now(), app_now(), false, '<one@fernhollow.example>', 1, false)`,
      [at.clinic.clinicId, mailingId, clientId],
    );
    await at.setClock('2029-11-02T10:00');
    expect(await links.find(kept)).toMatchObject({ purpose: 'start-again', mailingId });
    await at.house.db.inClinic(at.worker, (tx) => links.endAllOf(tx, clientId));
    expect(await links.find(kept)).toBeNull();
    expect(await links.findEnded(kept)).toMatchObject({ purpose: 'start-again', mailingId });
  });

  it('are deleted 30 days after their end, and never where they have none', async () => {
    await register('reply');
    await register('fresh', 15);
    const purposes = () =>
      at.rows('select purpose from link_directory where mailing_id = $1 order by purpose', [mailingId]);
    await at.setClock('2026-12-02T10:14');
    await links.purge();
    expect(await purposes()).toEqual([{ purpose: 'fresh' }, { purpose: 'reply' }]);
    await at.setClock('2026-12-02T10:16');
    await links.purge();
    expect(await purposes()).toEqual([{ purpose: 'reply' }]);
    // One that ended with its address goes on saying so.
    await at.rows("update link_directory set expires_at = '2026-11-02T10:00Z' where mailing_id = $1", [
      mailingId,
    ]);
    await links.purge();
    expect(await purposes()).toEqual([{ purpose: 'reply' }]);
  });
});
