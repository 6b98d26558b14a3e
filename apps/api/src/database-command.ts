/** A setting that a command cannot do without. @throws Error that names the key */
export function settingFrom(key: string): string {
  const url = process.env[key];
  if (!url) throw new Error(`${key} is not set.`);
  return url;
}

/** Runs a command to its end: 0, or 1 with one line on stderr. */
export function runCommand(command: () => Promise<void>): void {
  command().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
