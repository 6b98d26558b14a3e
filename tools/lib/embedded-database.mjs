import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { freshLog, readJson, writeJson } from './data-dir.mjs';
import { anyFreePort, isFree } from './ports.mjs';
import { postgresHome } from './postgres-home.mjs';
import { hasCluster, initialiseCluster, startServer } from './postgres-server.mjs';
import { say, withProgress } from './progress.mjs';

const DATABASE = 'throughline';
const MEMORY = 'database.json';

/**
 * The PostgreSQL that comes with the packages, its data in the data folder, kept between runs.
 * @returns {Promise<{ server: object, urls: { DATABASE_ADMIN_URL, DATABASE_OWNER_URL, DATABASE_URL }, isNew: boolean }>}
 */
export async function startEmbeddedDatabase(folder) {
  const home = postgresHome(join(folder, 'postgres'));
  if (home.moved) {
    say(
      `PostgreSQL runs as ${home.account.name}, which cannot enter ${folder}: its files are in ${home.dataDirectory}.`,
    );
  }
  const known = readJson(folder, MEMORY);
  const isNew = !known || !hasCluster(home.dataDirectory);
  const passwords = isNew ? newPasswords() : known.passwords;
  if (isNew) await makeCluster(home, passwords, known);
  const port = known && (await isFree(known.port)) ? known.port : await anyFreePort();
  writeJson(folder, MEMORY, { port, passwords });
  const server = await withProgress('starting the database', () =>
    startServer(home, { port, logFile: freshLog(folder, 'postgres') }),
  );
  return { server, urls: urlsFor(port, passwords), isNew };
}

/** Where the data folder's own database answers while `npm start` runs; undefined when there was none yet. */
export function embeddedUrls(folder) {
  const known = readJson(folder, MEMORY);
  return known && urlsFor(known.port, known.passwords);
}

async function makeCluster(home, passwords, known) {
  const { dataDirectory } = home;
  if (existsSync(dataDirectory) && readdirSync(dataDirectory).length > 0) setAside(dataDirectory);
  else if (known) say(`The database files are gone from ${dataDirectory}; a new database is made.`);
  await withProgress('making the database', () => initialiseCluster(home, passwords.admin));
}

/** Unfinished, or its passwords are gone: of no use here, but to remove it is not for a launcher to decide. */
function setAside(dataDirectory) {
  const aside = `${dataDirectory}.set-aside-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`;
  renameSync(dataDirectory, aside);
  say(`${dataDirectory} holds a database without its passwords. It is kept as ${aside}; a new one is made.`);
}

const newPasswords = () => ({ admin: secret(), owner: secret(), app: secret() });
const secret = () => randomBytes(24).toString('base64url');

function urlsFor(port, passwords) {
  const url = (role, password, database) => `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    DATABASE_ADMIN_URL: url('postgres', passwords.admin, 'postgres'),
    DATABASE_OWNER_URL: url('throughline_owner', passwords.owner, DATABASE),
    DATABASE_URL: url('throughline_app', passwords.app, DATABASE),
  };
}
