import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Where the build puts the console, seen from the compiled file and from the source. */
const PLACES = [resolve(__dirname, '../../../web'), resolve(__dirname, '../../../../dist/apps/web')];

/** The built console. Without a build the first place stands for it and holds nothing. */
export const CONSOLE_FOLDER = PLACES.find((place) => existsSync(join(place, 'assets'))) ?? PLACES[0]!;

/** Paths of the console's files, as they are asked for: `/assets/index-1a2b.js`. Read once. */
export function consoleFiles(): Set<string> {
  if (!existsSync(join(CONSOLE_FOLDER, 'assets'))) return new Set();
  const files = readdirSync(CONSOLE_FOLDER, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(files.map(({ parentPath, name }) => `/${relative(CONSOLE_FOLDER, join(parentPath, name))}`));
}
