const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const SKIPPED = new Set(['node_modules', 'dist', '.data', '.git', 'coverage']);

/**
 * Does this run hold a spec that needs PostgreSQL? Those are *.int.spec.ts and every spec below test/.
 * @param {string} root of the checkout
 * @param {{ patterns: string[] }} testPathPatterns as jest's global configuration has them; none: every spec
 */
function needsDatabase(root, testPathPatterns) {
  return specsOf(root, testPathPatterns).some(
    (spec) => spec.includes('.int.spec.') || spec.startsWith('test/'),
  );
}

/** The specs of this run, as paths inside the checkout. */
function specsOf(root, { patterns }) {
  const wanted = patterns.map((pattern) => new RegExp(pattern.replace(/^\.\//, ''), 'i'));
  return specsUnder(root, root).filter(
    (spec) => wanted.length === 0 || wanted.some((pattern) => pattern.test(join(root, spec))),
  );
}

function specsUnder(root, folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : specsUnder(root, path);
    return /\.spec\.tsx?$/.test(entry.name) ? [path.slice(root.length + 1).replaceAll('\\', '/')] : [];
  });
}

module.exports = { needsDatabase, specsOf };
