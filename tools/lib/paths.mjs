import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout: everything else is named from here, never from the current folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Compiled output of `npm run build`. */
export const DIST = join(ROOT, 'dist');

/** The path of a file inside the checkout. */
export const inRoot = (...parts) => join(ROOT, ...parts);
