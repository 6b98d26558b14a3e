import { SMTPServer } from 'smtp-server';

/** Takes mail and throws it away. Told how many to expect, says how long they took from first to last. */
let expected = 0;
let taken = 0;
let firstAt = 0;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, _, done) => {
    stream.resume();
    stream.once('end', () => {
      done();
      count();
    });
  },
});
server.on('error', () => undefined);

function count(): void {
  const now = performance.now();
  if (taken === 0) firstAt = now;
  taken += 1;
  if (taken === expected) process.send!({ ms: now - firstAt });
}

process.on('message', (message: { expect: number }) => {
  expected = message.expect;
  taken = 0;
});
const listening = server.listen(0, '127.0.0.1', () => {
  process.send!({ port: (listening.address() as { port: number }).port });
});
