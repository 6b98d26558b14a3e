import { openPromptHouse, type PromptHouse, ZONE } from '@app/prompts/prompts.test-support.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { LapsedUnlocks } from './lapsed-unlocks.service.js';

describe('browsers in which a passphrase was given', () => {
  let at: PromptHouse;
  let clientId: string;
  beforeAll(async () => {
    at = await openPromptHouse();
    await at.setClock('2026-11-02T10:00');
    clientId = (await aClient(at.house, { by: at.maren, timeZone: ZONE })).id;
    for (const [browser, days] of Object.entries({ gone: -31, lapsed: -29, open: 1 })) {
      await at.rows(
        `insert into reply_unlocks (clinic_id, client_id, browser_hash, until)
         values ($1, $2, $3, app_now() + make_interval(days => $4::integer))`,
        [at.clinic.clinicId, clientId, Buffer.from(browser), days],
      );
    }
  });
  afterAll(() => at.close());

  const left = async () => {
    const rows = await at.rows<{ browser: string }>(
      "select convert_from(browser_hash, 'UTF8') as browser from reply_unlocks where client_id = $1 order by until",
      [clientId],
    );
    return rows.map(({ browser }) => browser);
  };

  it('are forgotten 30 days after that has lapsed, and no earlier', async () => {
    expect(await left()).toEqual(['gone', 'lapsed', 'open']);
    await at.get(LapsedUnlocks).purge();
    expect(await left()).toEqual(['lapsed', 'open']);
  });

  it('cannot be forgotten by the product while they count', async () => {
    await at.house.db.inClinic(at.worker, (tx) => tx.query('delete from reply_unlocks'));
    expect(await left()).toEqual(['open']);
  });
});
