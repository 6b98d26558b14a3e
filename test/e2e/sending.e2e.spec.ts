import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../support/database.js';
import type { Reply } from '../support/product/far-end.js';
import { waitFor } from '../support/wait-for.js';
import { type Asked, SendingCase, THURSDAY_TEN } from './sending.case.js';

const LIMIT_MS = 90_000;

describe('two workers', () => {
  let queue: TestDatabase;
  let it2: SendingCase;

  beforeAll(async () => {
    queue = await testDatabase();
    it2 = await SendingCase.open();
  }, LIMIT_MS);
  afterAll(async () => {
    await it2?.close();
    await queue?.drop();
  });

  it('mail each due mailing once, although neither knows the queue of the other', async () => {
    const asked = await it2.clients(12);
    // A queue of its own: what one has queued does not keep the other from queueing it too.
    await it2.product.startWorker();
    await it2.product.startWorker({ QUEUE_DATABASE_URL: queue.appUrl });
    await it2.product.clock.set(THURSDAY_TEN);
    for (const one of asked) await it2.untilDelivery(one, 'sent');
    await it2.untilSweptAgain();
    await it2.untilSweptAgain();
    const counts = it2.farEnd.counts();
    expect(Object.values(counts)).toEqual(Array(asked.length + 2).fill(1));
    for (const { address } of asked) expect(it2.farEnd.arrivalsFor(address)).toHaveLength(1);
  }, LIMIT_MS);
});
