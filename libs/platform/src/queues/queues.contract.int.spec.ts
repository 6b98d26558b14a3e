import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { QueueUnavailable } from './queue-trouble.js';
import { Queues } from './queues.js';
import { RecurringJobs } from './recurring.js';
import { type TestServer, backends, gateTo, until } from './queues.test-support.js';

const clinicId = '0198c0de-0000-7000-8000-000000000001';
const mailing = (n: number) => ({
  clinicId,
  mailingId: `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`,
});

for (const { backend, missing } of backends.filter((one) => one.missing)) {
  it.skip(`the queue contract on ${backend}: skipped, ${missing}`, () => undefined);
}

describe.each(backends.filter(({ missing }) => !missing))('queues on $backend', ({ start }) => {
  let server: TestServer;
  const opened: Queues[] = [];
  const open = () => {
    const queues = new Queues(server.options);
    opened.push(queues);
    return queues;
  };
  const logged: string[] = [];

  beforeAll(async () => {
    server = await start();
  }, 60_000);
  afterAll(() => server?.stop());

  beforeEach(async () => {
    logged.length = 0;
    for (const level of ['warn', 'error'] as const) {
      jest.spyOn(Logger.prototype, level).mockImplementation((...entry: unknown[]) => {
        logged.push(JSON.stringify(entry[0]));
      });
    }
    await server.empty();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((queues) => queues.close()));
    jest.restoreAllMocks();
  });

  it('delivers the payload to the handler of that name only', async () => {
    const queues = open();
    const [mailings, notices]: [unknown[], unknown[]] = [[], []];
    queues.work('send-mailing', async (payload) => void mailings.push(payload));
    queues.work('send-safety-notice', async (payload) => void notices.push(payload));
    await queues.ready();
    await queues.add('send-mailing', mailing(1));
    await queues.addMany('send-mailing', [{ payload: mailing(2) }, { payload: mailing(3) }]);
    await queues.addMany('send-mailing', []);
    await until('three mailings', () => mailings.length === 3);
    expect(mailings).toEqual([mailing(1), mailing(2), mailing(3)]);
    expect(notices).toEqual([]);
  });

  it('keeps nothing of a job that ended, well or badly, and logs ids and the name of the error only', async () => {
    const queues = open();
    let seen = 0;
    queues.work('send-mailing', async () => {
      seen += 1;
      if (seen === 1) throw new TypeError('the canary sang');
    });
    await queues.addMany('send-mailing', [{ payload: mailing(1) }, { payload: mailing(2) }]);
    await until('both ran', () => seen === 2);
    await until('none left', async () => {
      const { waiting, active } = await queues.counts('send-mailing');
      return waiting + active === 0;
    });
    expect(logged.join()).not.toContain('canary');
    const failures = logged.filter((line) => line.includes('job failed'));
    expect(failures.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ job: 'send-mailing', error: 'TypeError', ...mailing(1) }),
    ]);
    expect(seen).toBe(2);
  });

  it('does not queue the same mailing twice while it waits or runs, and does again afterwards', async () => {
    const queues = open();
    const id = { deduplicationId: mailing(1).mailingId };
    await queues.add('send-mailing', mailing(1), id);
    await queues.add('send-mailing', mailing(1), id);
    await queues.addMany('send-mailing', [
      { payload: mailing(1), ...id },
      { payload: mailing(2), deduplicationId: mailing(2).mailingId },
    ]);
    expect(await queues.counts('send-mailing')).toEqual({ waiting: 2, active: 0 });

    const begun: string[] = [];
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    queues.work(
      'send-mailing',
      async ({ mailingId }) => {
        begun.push(mailingId);
        await held;
      },
      { concurrency: 2 },
    );
    await until('both run', () => begun.length === 2);
    await queues.add('send-mailing', mailing(1), id);
    expect(await queues.counts('send-mailing')).toEqual({ waiting: 0, active: 2 });
    letGo();
    await until('both ended', async () => (await queues.counts('send-mailing')).active === 0);
    await queues.add('send-mailing', mailing(1), id);
    await until('it ran again', () => begun.length === 3);
  });

  it('runs as many at once as asked for, and no more', async () => {
    const queues = open();
    let [running, most, ended] = [0, 0, 0];
    queues.work(
      'send-mailing',
      async () => {
        most = Math.max(most, ++running);
        await until('the others too', () => most === 3 || ended > 0);
        running -= 1;
        ended += 1;
      },
      { concurrency: 3 },
    );
    await queues.addMany(
      'send-mailing',
      Array.from({ length: 12 }, (_, n) => ({ payload: mailing(n) })),
    );
    await until('all ended', () => ended === 12);
    expect(most).toBe(3);
  });

  it('runs a job again when the process that ran it was killed', async () => {
    const queues = open();
    await queues.add('send-mailing', mailing(1), { deduplicationId: 'one' });
    const victim = spawn(process.execPath, [join(__dirname, 'queues.victim.cjs')], {
      env: { ...process.env, VICTIM_OPTIONS: JSON.stringify(server.options) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(victim.stdout, 'data');
    expect((await queues.counts('send-mailing')).active).toBe(1);
    victim.kill('SIGKILL');
    await once(victim, 'exit');
    const again: unknown[] = [];
    queues.work('send-mailing', async (payload) => void again.push(payload));
    await until('the job ran again', () => again.length > 0);
    expect(again).toEqual([mailing(1)]);
    await until('it may be queued again', async () => {
      await queues.add('send-mailing', mailing(1), { deduplicationId: 'one' });
      return again.length >= 2;
    });
  }, 60_000);

  it('goes on when the queue is emptied while jobs wait and run', async () => {
    const queues = open();
    const begun: string[] = [];
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    queues.work('send-mailing', async ({ mailingId }) => {
      begun.push(mailingId);
      await held;
    });
    const three = [1, 2, 3].map((n) => ({ payload: mailing(n), deduplicationId: mailing(n).mailingId }));
    await queues.addMany('send-mailing', three);
    await until('one runs', () => begun.length === 1);
    await server.empty();
    letGo();
    // What the sweep does: it adds what is still due.
    await queues.addMany('send-mailing', three);
    await until('all three ran', () => new Set(begun).size === 3);
    await until('none left', async () => (await queues.counts('send-mailing')).waiting === 0);
  });

  it('lets the running jobs end before it closes, and takes none after', async () => {
    const [queues, other] = [open(), open()];
    let ended = false;
    let begun = false;
    let isClosing = false;
    queues.work('send-mailing', async () => {
      begun = true;
      await until('closing began', () => isClosing);
      await new Promise((resolve) => setImmediate(resolve));
      ended = true;
    });
    await queues.addMany('send-mailing', [{ payload: mailing(1) }, { payload: mailing(2) }]);
    await until('it runs', () => begun);
    const closing = queues.close();
    isClosing = true;
    await closing;
    expect(ended).toBe(true);
    expect(await other.counts('send-mailing')).toEqual({ waiting: 1, active: 0 });
    await expect(queues.add('send-mailing', mailing(3))).rejects.toThrow('queue unavailable: closed');
  });

  it('works again by itself after the server went away and came back', async () => {
    const queues = open();
    const done = new Set<string>();
    queues.work('send-mailing', async ({ mailingId }) => void done.add(mailingId));
    await queues.ready();
    await queues.add('send-mailing', mailing(1));
    await until('the first ran', () => done.size === 1);
    for (const n of [2, 3]) {
      await server.restart();
      await until(
        'a job added after the restart ran',
        async () => {
          await queues.add('send-mailing', mailing(n), { deduplicationId: `m${n}` }).catch(() => undefined);
          return done.has(mailing(n).mailingId);
        },
        15,
      );
    }
  }, 60_000);

  it('begins when the server comes up after it, and again after an outage of some seconds', async () => {
    const gate = await gateTo(server.options);
    const queues = new Queues(gate.options);
    opened.push(queues);
    const done = new Set<string>();
    queues.work('send-mailing', async ({ mailingId }) => void done.add(mailingId));
    await expect(queues.add('send-mailing', mailing(1))).rejects.toThrow(QueueUnavailable);
    for (const n of [2, 3]) {
      await gate.open();
      await until('a job ran', async () => {
        await queues.add('send-mailing', mailing(n), { deduplicationId: `m${n}` }).catch(() => undefined);
        return done.has(mailing(n).mailingId);
      });
      gate.shut();
      await expect(queues.add('send-mailing', mailing(4))).rejects.toThrow(QueueUnavailable);
    }
    await queues.close();
    expect(logged.length).toBeLessThan(12);
  }, 60_000);

  it('runs a recurring job once an interval, however many processes tick', async () => {
    const all = [open(), open(), open()];
    let runs = 0;
    const tickers = all.map((queues) => new RecurringJobs(queues));
    for (const queues of all) queues.work('find-due-mailings', async () => void (runs += 1));
    await Promise.all(all.map((queues) => queues.ready()));
    const since = performance.now();
    for (const ticker of tickers) ticker.every(1, 'find-due-mailings');
    await until('it ran three times', () => runs >= 3);
    await Promise.all(tickers.map((ticker) => ticker.stop()));
    expect(runs).toBeLessThanOrEqual(1 + Math.ceil((performance.now() - since) / 900));
    await server.empty();
  });
});
