import { randomInt } from 'node:crypto';
import type { TodayView } from '@app/briefs/today.view.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { emptyQueue, lockMailings, untilSomebodyWaitsForALock } from '../support/product/faults.js';
import type { Reply } from '../support/product/far-end.js';
import { describeWithRedis, type TestRedis, testRedis } from '../support/redis.js';
import { waitFor } from '../support/wait-for.js';
import { type Asked, SendingCase, THURSDAY_TEN } from './sending.case.js';

jest.setTimeout(120_000);

describe('two workers', () => {
  let queue: TestDatabase;
  let the: SendingCase;

  beforeAll(async () => {
    queue = await testDatabase();
    the = await SendingCase.open();
  });
  afterAll(async () => {
    await the?.close();
    await queue?.drop();
  });

  it('mail each due mailing once, although neither sees the queue of the other', async () => {
    const asked = await the.clients(12);
    // With a queue of its own, what one worker has queued does not keep the other from queueing it too.
    await the.product.startWorker();
    await the.product.startWorker({ QUEUE_DATABASE_URL: queue.appUrl });
    await the.moveTo(THURSDAY_TEN);
    for (const one of asked) await the.untilDelivery(one, 'sent');
    await the.untilSweptAgain();
    await the.untilSweptAgain();
    expect(Object.values(the.farEnd.counts())).toEqual(Array(asked.length + 2).fill(1));
    for (const { address } of asked) expect(the.farEnd.arrivalsFor(address)).toHaveLength(1);
  });
});

describe('a worker that is killed', () => {
  let the: SendingCase;

  beforeEach(async () => {
    the = await SendingCase.open();
  });
  afterEach(() => the?.close());

  it('before the far end answers leaves "unknown", which staff may send once more', async () => {
    const asked = await the.client();
    const worker = await the.product.startWorker();
    the.farEnd.onMail = () => new Promise<Reply>(() => undefined);
    await the.desk.post(`/prompts/${asked.promptId}/dispatch`);
    await the.untilArrived(asked.address);
    await worker.kill();
    the.farEnd.onMail = () => 250;
    await staysUnknownUntilRetried(the, asked);
  });

  it('after the far end took the mail and before that is noted leaves "unknown" as well', async () => {
    const asked = await the.client();
    const worker = await the.product.startWorker();
    let take: (reply: Reply) => void = () => undefined;
    the.farEnd.onMail = () => new Promise((resolve) => (take = resolve));
    await the.desk.post(`/prompts/${asked.promptId}/dispatch`);
    await the.untilArrived(asked.address);
    // The mark waits for this lock; when the worker dies, nothing of it was committed.
    const release = await lockMailings(the.product.database);
    take(250);
    await untilSomebodyWaitsForALock(the.product.database);
    await worker.kill();
    await release();
    the.farEnd.onMail = () => 250;
    // The dead worker's job goes with its queue, or the retry would wait until it counts as stalled.
    await emptyQueue(the.product.database);
    await staysUnknownUntilRetried(the, asked);
  });
});

/** Another worker sends nothing twice by itself; a practitioner may, once, under the same Message-ID. */
async function staysUnknownUntilRetried(the: SendingCase, asked: Asked): Promise<void> {
  const { product, farEnd } = the;
  expect((await the.promptOf(asked)).delivery?.status).toBe('sending');
  await product.startWorker();
  await the.untilSweptAgain();
  await the.desk.post(`/prompts/${asked.promptId}/dispatch`, {}, 409);
  // The lease of the dead worker runs out.
  await the.moveTo((await the.now()).add({ minutes: 2 }));
  const unknown = await the.untilDelivery(asked, 'unknown');
  expect(unknown.status).toBe('sent');
  await the.untilSweptAgain();
  expect(farEnd.arrivalsFor(asked.address)).toHaveLength(1);
  const { deliveryTasks } = await the.desk.get<TodayView>('/today');
  expect(deliveryTasks).toMatchObject([{ promptId: asked.promptId, status: 'unknown' }]);
  await the.desk.post(`/prompts/${asked.promptId}/dispatch`);
  await the.untilArrived(asked.address, 2);
  await the.untilDelivery(asked, 'sent');
  await the.desk.post(`/prompts/${asked.promptId}/dispatch`, {}, 409);
  await the.untilSweptAgain();
  const [first, second, ...more] = farEnd.arrivalsFor(asked.address);
  expect(second).toEqual(first);
  expect(more).toEqual([]);
  expect((await the.desk.get<TodayView>('/today')).deliveryTasks).toEqual([]);
}

describe('an emptied queue on PostgreSQL', () => losesNoPrompt(async () => null));
describeWithRedis('an emptied queue on Redis', () => losesNoPrompt(testRedis));

function losesNoPrompt(startRedis: () => Promise<TestRedis | null>): void {
  const COUNT = 24;
  let redis: TestRedis | null;
  let the: SendingCase;

  beforeAll(async () => {
    redis = await startRedis();
    the = await SendingCase.open(redis?.url);
  });
  afterAll(async () => {
    await the?.close();
    await redis?.stop();
  });

  it('loses no prompt and doubles none', async () => {
    const asked = await the.clients(COUNT);
    await the.product.startWorker();
    // At three moments of which nobody knows what the queue holds then.
    const moments = new Set([randomInt(1, 8), randomInt(8, 16), randomInt(16, COUNT)]);
    let taken = 0;
    the.farEnd.onMail = async (): Promise<Reply> => {
      taken += 1;
      if (moments.has(taken)) await (redis ? redis.flush() : emptyQueue(the.product.database));
      return 250;
    };
    await the.moveTo(THURSDAY_TEN);
    for (const one of asked) await the.untilDelivery(one, 'sent');
    await the.untilSweptAgain();
    expect({ moments, counts: Object.values(the.farEnd.counts()) }).toEqual({
      moments,
      counts: Array(COUNT + 1).fill(1),
    });
  });
}

describe('a far end that refuses', () => {
  let the: SendingCase;

  beforeAll(async () => {
    the = await SendingCase.open();
  });
  afterAll(() => the?.close());

  it('for now gets the mail again later, for good shows on Today', async () => {
    const [busy, away, gone] = (await the.clients(3)) as [Asked, Asked, Asked];
    const replies: Record<string, Reply> = { [busy.address]: 451, [gone.address]: 550 };
    the.farEnd.onMail = ({ to }) => replies[to] ?? 250;
    the.farEnd.onAddress = (address) => (address === away.address ? 421 : 250);
    await the.product.startWorker();
    await the.moveTo(THURSDAY_TEN);

    await the.untilDelivery(gone, 'failed');
    const { deliveryTasks } = await the.desk.get<TodayView>('/today');
    expect(deliveryTasks).toMatchObject([{ promptId: gone.promptId, status: 'failed' }]);

    await the.untilArrived(busy.address);
    await waitFor('the refused ones to be given back', async () => {
      const statuses = [await the.promptOf(busy), await the.promptOf(away)].map((one) => one.delivery);
      return statuses.every((delivery) => delivery?.status === 'scheduled');
    });
    await the.untilSweptAgain();
    expect(the.farEnd.arrivalsFor(busy.address)).toHaveLength(1);
    expect(the.farEnd.arrivalsFor(away.address)).toHaveLength(0);

    delete replies[busy.address];
    the.farEnd.onAddress = () => 250;
    await the.moveTo((await the.now()).add({ minutes: 1 }));
    await the.untilDelivery(busy, 'sent');
    await the.untilDelivery(away, 'sent');
    const [refused, taken] = the.farEnd.arrivalsFor(busy.address);
    expect(taken).toEqual(refused);
    expect(the.farEnd.arrivalsFor(away.address)).toHaveLength(1);
    expect(the.farEnd.arrivalsFor(gone.address)).toHaveLength(1);
  });
});
