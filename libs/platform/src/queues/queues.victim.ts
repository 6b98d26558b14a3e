import { type QueuesOptions, Queues } from './queues.js';

/** A worker for the contract test to kill: it says that its job runs, and never ends it. */
const queues = new Queues(JSON.parse(process.env['VICTIM_OPTIONS'] ?? '{}') as QueuesOptions);
queues.work('send-mailing', () => {
  process.stdout.write('running\n');
  return new Promise(() => undefined);
});
