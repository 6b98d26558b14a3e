import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { inRoot, ROOT } from './paths.mjs';
import { commandOf, isAlive } from './processes.mjs';
import { Refusal } from './progress.mjs';

/** The folder that keeps everything between runs: DATA_DIR, by default .data in the checkout. */
export function openDataDirectory() {
  const folder = process.env.DATA_DIR ? resolve(ROOT, process.env.DATA_DIR) : inRoot('.data');
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    // As root the database runs as another account and must pass through; everything secret inside is 0600.
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  }
  mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * One launcher for one data folder.
 * @returns {() => void} gives the folder free again
 * @throws {Refusal} when a launcher runs on it already
 */
export function lockDataDirectory(folder) {
  const file = join(folder, 'launcher.pid');
  for (const attempt of [1, 2]) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST' || attempt === 2) throw error;
    }
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder && isAlive(holder) && commandOf(holder).includes('start.mjs')) {
      throw new Refusal(
        `Throughline runs on ${folder} already (process ${holder}). Use that one, stop it, or name another DATA_DIR.`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new Error('unreachable');
}

/** The file of the key-encryption key: KEK_FILE, or one made on the first start. Losing it loses every word. */
export function keyFile(folder) {
  if (process.env.KEK_FILE) return resolve(ROOT, process.env.KEK_FILE);
  const file = join(folder, 'keys', 'kek');
  if (!existsSync(file)) {
    mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 });
    writePrivately(file, `${randomBytes(32).toString('base64')}\n`);
  }
  return file;
}

/** A JSON file in the folder, readable by its owner alone; undefined when there is none. */
export function readJson(folder, name) {
  const file = join(folder, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

export const writeJson = (folder, name, value) =>
  writePrivately(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);

/** Written whole or not at all: a machine that stops half-way must not leave half a password. */
function writePrivately(file, text) {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  ownedLikeFolder(`${file}.new`);
  renameSync(`${file}.new`, file);
}

/** Root may start on an ordinary user's folder: that user must be able to start there again. */
function ownedLikeFolder(file) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(file));
  chownSync(file, uid, gid);
}

/** An empty log for this run; the one before is kept as <name>.previous.log. */
export function freshLog(folder, name) {
  const file = join(folder, 'logs', `${name}.log`);
  if (existsSync(file) && statSync(file).size > 0)
    renameSync(file, join(folder, 'logs', `${name}.previous.log`));
  writeFileSync(file, '', { mode: 0o600 });
  ownedLikeFolder(file);
  return file;
}
