import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/**
 * Are the installed packages the ones package-lock.json names? npm leaves its own record of what it installed
 * in node_modules/.package-lock.json, written last, so an interrupted install has none. Optional packages of
 * other platforms may be absent.
 */
export function packagesAreInstalled() {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(inRoot('package-lock.json'));
  const installed = packagesOf(record);
  return (
    Object.entries(wanted).every(([path, entry]) => {
      if (path === '' || entry.link) return true;
      const found = installed[path];
      return found ? found.version === entry.version : entry.optional === true;
    }) && Object.keys(installed).every((path) => path in wanted)
  );
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
