/**
 * `node -r ./tools/register.cjs x.ts` runs TypeScript directly. On top of swc's loader it finds `./x.ts` where
 * the code says `./x.js`, as the compiler and jest do.
 */
const Module = require('node:module');
require('@swc-node/register');

const resolve = Module._resolveFilename;
const ENDINGS = ['.ts', '.tsx'];

Module._resolveFilename = function resolveSource(request, ...rest) {
  if (!/^\.{0,2}\/.*\.js$/.test(request)) return resolve.call(this, request, ...rest);
  for (const ending of ['.js', ...ENDINGS]) {
    try {
      return resolve.call(this, request.replace(/\.js$/, ending), ...rest);
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return resolve.call(this, request, ...rest);
};
