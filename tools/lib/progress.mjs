/** Words for the terminal, and the proof that a long step still goes on. */

const HEARTBEAT_SECONDS = 4;

// A reader that went away (`npm start | head`) is no reason to fall over and leave servers behind.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

export const say = (line = '') => process.stdout.write(`${line}\n`);

/** An expected failure: its message is the whole explanation, no stack is shown. */
export class Refusal extends Error {}

/**
 * Runs one step and prints a line with the seconds gone by every few seconds until it ends.
 * Steps that end before the first heartbeat stay silent.
 */
export async function withProgress(label, step) {
  const startedAt = performance.now();
  const heartbeat = setInterval(() => say(`  ${label} … ${seconds(startedAt)} s`), HEARTBEAT_SECONDS * 1000);
  try {
    return await step();
  } finally {
    clearInterval(heartbeat);
  }
}

/** Whole seconds since `startedAt` (a `performance.now()` reading). */
export const seconds = (startedAt) => Math.round((performance.now() - startedAt) / 1000);

/** Runs a tool's main function: a Refusal prints its message alone, anything else its stack. Exit 1 for both. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
