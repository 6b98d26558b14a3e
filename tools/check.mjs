/**
 * `npm run check`: format, types, lint, room order, dead code, exceptions with reasons. All are errors; every step
 * runs even when one before it failed. `-- --fix` formats, and lets ESLint repair what it can.
 */
import { existsSync } from 'node:fs';
import { bareExceptions } from './lib/bare-exceptions.mjs';
import { inRoot } from './lib/paths.mjs';
import { main, Refusal, say, withProgress } from './lib/progress.mjs';
import { run } from './lib/run.mjs';

const AT_ONCE = 2;
const fix = process.argv.includes('--fix');

const STEPS = [
  program('lint', 'eslint/bin/eslint.js', ['.', ...(fix ? ['--fix'] : [])]),
  program('format', 'prettier/bin/prettier.cjs', [fix ? '--write' : '--check', '--log-level=warn', '.']),
  program('types', 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']),
  ...(existsSync(inRoot('apps/web/tsconfig.json'))
    ? [program('types of the console', 'typescript/bin/tsc', ['--noEmit', '-p', 'apps/web/tsconfig.json'])]
    : []),
  program('types of the API', 'openapi-typescript/bin/cli.js', [
    'apps/web/src/api-client/openapi.json',
    '-o',
    'apps/web/src/api-client/schema.d.ts',
    '--check',
  ]),
  program('room order', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    ...['apps', 'libs', 'migrations', 'test', 'tools'].filter((folder) => existsSync(inRoot(folder))),
  ]),
  program('dead code', 'knip/bin/knip.js', ['--no-progress', '--no-config-hints']),
  { name: 'exceptions say why', check: () => listed(bareExceptions()) },
];

await main(async () => {
  const waiting = [...STEPS];
  const failed = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift())
      if (!(await passes(step))) failed.push(step.name);
  };
  await withProgress('checking', () => Promise.all(Array.from({ length: AT_ONCE }, worker)));
  if (failed.length > 0) throw new Refusal(`Check failed: ${failed.join(', ')}.`);
  say('Check passed.');
});

async function passes({ name, check }) {
  const startedAt = performance.now();
  const { code, output } = await check();
  const took = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${took} s)`);
  if (code !== 0) say(output.trimEnd());
  return code === 0;
}

function program(name, file, args) {
  return {
    name,
    check: () => run(process.execPath, [inRoot('node_modules', file), ...args], { capture: true }),
  };
}

function listed(lines) {
  return { code: lines.length === 0 ? 0 : 1, output: lines.join('\n') };
}
