import { Logger } from '@nestjs/common';
import { RecurringJobs } from './recurring.js';

describe('recurring jobs', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('adds the job at once and then every interval, deduplicated, until stopped', async () => {
    const add = jest.fn(() => Promise.resolve());
    const jobs = new RecurringJobs({ add });
    jobs.every(15, 'find-due-mailings');
    await jest.advanceTimersByTimeAsync(30_000);
    expect(add).toHaveBeenCalledTimes(3);
    const once = { deduplicationId: 'find-due-mailings', deduplicationSeconds: 13.5 };
    expect(add).toHaveBeenLastCalledWith('find-due-mailings', {}, once);
    await jobs.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(add).toHaveBeenCalledTimes(3);
  });

  it('goes on after a tick that could not be added, and lets only one attempt wait', async () => {
    let fail: (error: Error) => void = () => undefined;
    const add = jest
      .fn<Promise<void>, []>()
      .mockImplementationOnce(() => new Promise((_, reject) => (fail = reject)))
      .mockResolvedValue(undefined);
    const jobs = new RecurringJobs({ add });
    jobs.every(1, 'close-prompts');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(add).toHaveBeenCalledTimes(1);
    fail(new Error('away'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(add).toHaveBeenCalledTimes(2);
    await jobs.stop();
  });

  it.each([0, -1, Number.NaN, 86_401])('refuses an interval of %p seconds', (seconds) => {
    const jobs = new RecurringJobs({ add: () => Promise.resolve() });
    expect(() => jobs.every(seconds, 'close-prompts')).toThrow(RangeError);
  });
});
