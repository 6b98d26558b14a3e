// Loaded into a part that is profiled: a profile is written at an ordinary exit only, not at the end by a signal.
process.on('SIGTERM', () => setTimeout(() => process.exit(0), 1_000));
