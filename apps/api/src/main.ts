import 'reflect-metadata';
import { Config } from '@app/platform/config/config.js';
import { createApi } from './create-api.js';

async function main(): Promise<void> {
  const app = await createApi();
  const { HOST, PORT } = app.get(Config);
  await app.listen({ host: HOST, port: PORT });
}

main().catch((error: unknown) => {
  // Before the logger stands, plain words on stderr: what is missing is named there, values are not.
  process.stderr.write(`${error instanceof Error ? error.message : 'The API could not start.'}\n`);
  process.exit(1);
});
