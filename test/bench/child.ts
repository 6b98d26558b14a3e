import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');
const STOP_LIMIT_MS = 15_000;
const ANSWER_LIMIT_MS = 120_000;

/** A process of a measurement: a part of the built product, or a floor beside it. Ends with the run. */
export class Child {
  private output = '';
  private readonly ended: Promise<unknown>;

  private constructor(
    readonly name: string,
    private readonly process: ChildProcess,
  ) {
    const keep = (chunk: Buffer) => (this.output = (this.output + chunk.toString('utf8')).slice(-20_000));
    process.stderr?.on('data', keep);
    this.ended = once(process, 'exit');
  }

  /** A compiled entry of the product, e.g. `apps/worker/src/main`. `flags` go to Node. */
  static product(entry: string, settings: Record<string, string>, flags: readonly string[] = []): Child {
    const helper = join(ROOT, 'tools', 'lib', 'stop-with-launcher.cjs');
    return Child.start(entry, [...flags, '--require', helper, join(ROOT, 'dist', `${entry}.js`)], settings);
  }

  /** A floor of this folder, in TypeScript. */
  static floor(name: string, settings: Record<string, string>): Child {
    const register = join(ROOT, 'tools', 'register.cjs');
    return Child.start(name, ['-r', register, join(__dirname, 'floors', `${name}.ts`)], settings);
  }

  private static start(name: string, args: readonly string[], settings: Record<string, string>): Child {
    const child = spawn(process.execPath, [...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, NO_COLOR: '1', ...settings },
      // Written and thrown away: reading the log must not cost the one who measures.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    return new Child(name, child);
  }

  get pid(): number {
    return this.process.pid!;
  }

  /** Waits for `ask`. @throws Error with the end of its output when it ends before, or after 60 s */
  async until(ask: () => Promise<boolean>): Promise<this> {
    const endsAt = performance.now() + 60_000;
    while (!(await ask())) {
      const over = this.process.exitCode !== null || this.process.signalCode !== null;
      if (over || performance.now() > endsAt) {
        throw new Error(`${this.name} did not get ready:\n${this.output.slice(-2_000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return this;
  }

  /** The next message of the process. @throws Error when it ends first, or after two minutes */
  async message<Message>(): Promise<Message> {
    const tooLong = AbortSignal.timeout(ANSWER_LIMIT_MS);
    const [message] = (await Promise.race([
      once(this.process, 'message', { signal: tooLong }),
      this.ended.then(() => Promise.reject(new Error(`${this.name} ended:\n${this.output.slice(-2_000)}`))),
    ])) as [Message];
    return message;
  }

  /** Sends a message, gives the next one back. */
  ask<Message>(question: object): Promise<Message> {
    const answer = this.message<Message>();
    this.process.send(question);
    return answer;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGTERM');
    const tooLong = setTimeout(() => this.process.kill('SIGKILL'), STOP_LIMIT_MS);
    await this.ended;
    clearTimeout(tooLong);
  }
}
