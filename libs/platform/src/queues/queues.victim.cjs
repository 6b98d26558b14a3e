// A worker process for the contract test to kill: it says that its job runs, and never ends it.
require('@swc-node/register');
const Module = require('node:module');

// The sources name their neighbours with the ending of the output: find the source.
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  const ours = /^\..*\.js$/.test(request) && !parent?.filename.includes('node_modules');
  return resolve.call(this, ours ? request.replace(/\.js$/, '.ts') : request, parent, ...rest);
};

const { Queues } = require('./queues.js');
const queues = new Queues(JSON.parse(process.env.VICTIM_OPTIONS));
queues.work('send-mailing', () => {
  process.stdout.write('running\n');
  return new Promise(() => undefined);
});
