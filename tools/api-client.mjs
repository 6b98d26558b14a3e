/** `npm run api-client`: metadata of DTOs and views, the API's description, the console's types. In that order. */
import { execFileSync } from 'node:child_process';
import { inRoot } from './lib/paths.mjs';

const run = (args, env = {}) =>
  execFileSync(process.execPath, args, { cwd: inRoot(), stdio: 'inherit', env: { ...process.env, ...env } });

run(['apps/api/openapi/generate-metadata.cjs']);
run(['tools/test.mjs', 'apps/api/src/http/openapi-client'], { WRITE_OPENAPI: '1' });
run([
  'node_modules/openapi-typescript/bin/cli.js',
  'apps/web/src/api-client/openapi.json',
  '-o',
  'apps/web/src/api-client/schema.d.ts',
]);
