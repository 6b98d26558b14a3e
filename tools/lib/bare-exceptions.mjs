import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot } from './paths.mjs';

const FOLDERS = ['apps', 'libs', 'migrations', 'test', 'tools'];
const SWITCHED_OFF = /\/[/*]\s*(eslint-disable|@ts-expect-error|@ts-ignore|@ts-nocheck)(.*)/;
/** After the names of rules comes ` -- why`; TypeScript's own take the reason as it is. */
const REASON = { 'eslint-disable': /--\s*\S.{9,}/, '@ts-expect-error': /^[\s:-]*\S.{9,}/ };

/** Every place that switches a check off without saying why, as `file:line`. @ts-ignore is never allowed. */
export function bareExceptions() {
  return FOLDERS.flatMap((folder) => sourcesIn(inRoot(folder)).flatMap(bareIn));
}

function bareIn(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const [, what, rest] = SWITCHED_OFF.exec(line) ?? [];
      if (!what || REASON[what]?.test(rest)) return [];
      return [`${relative(inRoot(), file)}:${index + 1} ${what} without a reason`];
    });
}

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.([cm]?[jt]s|tsx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !file.includes('node_modules'));
}
