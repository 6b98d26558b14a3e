// Loaded into every part the launcher starts: a launcher that was killed must leave nothing running.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
