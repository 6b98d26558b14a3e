/**
 * `npm run factors:reset -- <e-mail>`: takes every second factor off an account, against DATABASE_URL, or against the
 * database of the `npm start` that runs. Exit code 1 when there is no such account.
 */
import { existsSync } from 'node:fs';
import { keyFile, openDataDirectory } from './lib/data-dir.mjs';
import { embeddedUrls } from './lib/embedded-database.mjs';
import { inRoot } from './lib/paths.mjs';
import { entryFile } from './lib/prepare-data.mjs';
import { main, Refusal } from './lib/progress.mjs';
import { run } from './lib/run.mjs';

await main(async () => {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  const folder = openDataDirectory();
  const databaseUrl = process.env.DATABASE_URL || embeddedUrls(folder)?.DATABASE_URL;
  if (!databaseUrl) throw new Refusal('DATABASE_URL is not set, and there is no database of `npm start`.');
  const env = { ...process.env, DATABASE_URL: databaseUrl, KEK_FILE: keyFile(folder) };
  const args = [entryFile('apps/api/src/factors-reset'), ...process.argv.slice(2)];
  process.exitCode = (await run(process.execPath, args, { env })).code;
});
