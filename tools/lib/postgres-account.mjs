import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from './progress.mjs';

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as another account: the owner of the data when
 * there is data, else `postgres`, else one made for it.
 * @returns {{ uid: number, gid: number, name: string } | undefined} undefined: run as the present user
 */
export function accountFor(dataDirectory) {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(dataDirectory)) {
    const { uid, gid } = statSync(dataDirectory);
    if (uid !== 0) return { uid, gid, name: nameOf(uid) };
  }
  const account = lookUp('postgres') ?? lookUp('throughline') ?? make('throughline') ?? lookUp('nobody');
  if (!account)
    throw new Refusal('PostgreSQL cannot run as root and no other account was found. Set DATABASE_URL.');
  return account;
}

/** Can this account reach `path` through every folder above it? The present user (undefined) can. */
export function canReach(path, account) {
  if (!account) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && !mayEnter(statSync(folder), account)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayEnter({ mode, uid, gid }, account) {
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function lookUp(name) {
  const uid = id('-u', name);
  return uid === undefined ? undefined : { uid, gid: id('-g', name), name };
}

function id(flag, name) {
  try {
    return Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
  } catch {
    return undefined;
  }
}

function nameOf(uid) {
  try {
    return execFileSync('id', ['-un', String(uid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return String(uid);
  }
}

function make(name) {
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name],
      {
        stdio: 'pipe',
      },
    );
    return lookUp(name);
  } catch {
    return undefined;
  }
}
