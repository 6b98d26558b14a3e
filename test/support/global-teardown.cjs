const { rmSync } = require('node:fs');

module.exports = async () => {
  const run = globalThis.throughlineTestRun;
  if (!run) return;
  await run.server.stop(true);
  rmSync(run.dataDirectory, { recursive: true, force: true });
  rmSync(run.folder, { recursive: true, force: true });
};
