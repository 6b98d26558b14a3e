import { startMailCatcher } from '@app/platform/mail/mail-catcher.js';
import { demonstrationCodes } from './demonstration-codes.js';

/** The development mail server: keeps what was sent, shows it on a page. */
async function main(): Promise<void> {
  const dataDir = process.env['DATA_DIR'];
  const { httpPort, stop } = await startMailCatcher({
    smtpPort: Number(process.env['MAIL_CATCHER_SMTP_PORT'] ?? 1025),
    httpPort: Number(process.env['MAIL_CATCHER_PORT'] ?? 3025),
    ...(process.env['MAIL_CATCHER_HOST'] && { host: process.env['MAIL_CATCHER_HOST'] }),
    ...(dataDir && { dataDir: `${dataDir}/mail`, signInCodes: () => demonstrationCodes(dataDir) }),
  });
  console.log(JSON.stringify({ msg: 'mail catcher ready', httpPort }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'The mail catcher could not start.');
  process.exit(1);
});
