import { Logger } from '@nestjs/common';
import { Queues } from './queues.js';

describe('queues without a server', () => {
  beforeEach(() => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['PostgreSQL', { databaseUrl: 'postgres://nobody@127.0.0.1:1/none' }],
    ['Redis', { databaseUrl: 'postgres://unused.invalid/x', queueUrl: 'redis://127.0.0.1:1' }],
  ])('says so within seconds and closes cleanly (%s)', async (_, options) => {
    const queues = new Queues(options);
    queues.work('send-mailing', () => Promise.resolve());
    await expect(queues.add('send-mailing', { clinicId: 'a', mailingId: 'b' })).rejects.toThrow(
      /^queue unavailable/,
    );
    await expect(queues.ready()).rejects.toThrow(/^queue unavailable/);
    await queues.close();
  });
});
