import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { waitFor } from '../wait-for.js';

const ROOT = join(__dirname, '..', '..', '..');
const STOP_LIMIT_MS = 15_000;

/** One process of the built product. Ends with the test run, however that ends. */
export class Part {
  private output = '';
  private readonly ended: Promise<unknown>;

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    const keep = (chunk: Buffer) => (this.output += chunk.toString('utf8'));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    this.ended = once(child, 'exit');
  }

  /** @param entry a source below the checkout without its ending, e.g. `apps/worker/src/main` */
  static start(entry: string, settings: Record<string, string>): Part {
    const helper = join(ROOT, 'tools', 'lib', 'stop-with-launcher.cjs');
    const child = spawn(process.execPath, ['--require', helper, join(ROOT, 'dist', `${entry}.js`)], {
      cwd: ROOT,
      // Nothing of the run's own environment reaches the product.
      env: { PATH: process.env.PATH, NO_COLOR: '1', ...settings },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    return new Part(entry, child);
  }

  /** Everything it has written so far. */
  get log(): string {
    return this.output;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** @throws Error with the end of its log when it ends before `ask` is answered */
  async until(what: string, ask: () => boolean | Promise<boolean>, limitMs = 30_000): Promise<void> {
    await waitFor(
      `${this.name} ${what}`,
      () => {
        if (!this.isRunning) throw new Error(`${this.name} ended early:\n${this.output.slice(-2_000)}`);
        return ask();
      },
      { limitMs, everyMs: 50 },
    );
  }

  /** `kill -9`: nothing of it runs on, no handler, no clean-up. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** As an operator stops it: SIGTERM, and time to finish. */
  async stop(): Promise<void> {
    if (!this.isRunning) return;
    this.child.kill('SIGTERM');
    const tooLong = setTimeout(() => this.child.kill('SIGKILL'), STOP_LIMIT_MS);
    await this.ended;
    clearTimeout(tooLong);
  }
}
