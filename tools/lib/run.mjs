import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';
import { Refusal } from './progress.mjs';

/**
 * Runs a program to its end. With `capture` its output is returned instead of shown; with `account` (root only)
 * it runs as that account.
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program could not be started
 */
export function run(command, args, { cwd = ROOT, env = process.env, capture = false, account } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: capture ? { ...env, NO_COLOR: '1', FORCE_COLOR: undefined } : env,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? (signal ? 1 : 0), output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}

/** Like `run` with captured output, but a failure is a Refusal that shows what the program said. */
export async function runOrRefuse(what, command, args, options = {}) {
  const { code, output } = await run(command, args, { ...options, capture: true });
  if (code !== 0) throw new Refusal(`${what} failed (exit ${code}).\n${output.trim()}`);
  return output;
}
