import { keyFile } from './data-dir.mjs';
import { anyFreePort, portFor } from './ports.mjs';

/**
 * The environment of every part, complete. What the operator set stays; the rest is filled in.
 * @throws {Refusal} when a port that was named is in use
 */
export async function launchEnvironment(folder) {
  const host = process.env.HOST || '127.0.0.1';
  const port = await portFor('PORT', 3000, host);
  const withCatcher = !process.env.SMTP_URL;
  const catcher = withCatcher ? await catcherEnvironment() : {};
  return {
    withCatcher,
    env: {
      ...process.env,
      NODE_ENV: process.env.NODE_ENV || 'development',
      HOST: host,
      PORT: String(port),
      BASE_URL: process.env.BASE_URL || `http://localhost:${port}`,
      DATA_DIR: folder,
      KEK_FILE: keyFile(folder),
      ...catcher,
    },
  };
}

async function catcherEnvironment() {
  const page = await portFor('MAIL_CATCHER_PORT', 3025, '127.0.0.1');
  const smtp = Number(process.env.MAIL_CATCHER_SMTP_PORT) || (await anyFreePort());
  return {
    MAIL_CATCHER_PORT: String(page),
    MAIL_CATCHER_SMTP_PORT: String(smtp),
    SMTP_URL: `smtp://127.0.0.1:${smtp}`,
  };
}

/** The parts serve requests; only set-up, migrations and seed may know the owner's and superuser's passwords. */
export function forParts(env) {
  const { DATABASE_ADMIN_URL: _admin, DATABASE_OWNER_URL: _owner, ...rest } = env;
  return rest;
}
