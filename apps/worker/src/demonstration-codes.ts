import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { totpCode } from '@app/clinics/factors/totp.rules.js';
import type { SignInCode } from '@app/platform/mail/sign-in-codes-page.js';

interface DemonstrationSignIn {
  name: string;
  email: string;
  /** Absent in what an older version wrote. */
  totpSecret?: string;
}

/**
 * The codes that the invented staff of the demonstration would read from their telephones now. None where there
 * is no demonstration; in production never.
 */
export async function demonstrationCodes(
  dataDir: string,
  now = Temporal.Now.instant(),
): Promise<SignInCode[]> {
  if (process.env['NODE_ENV'] === 'production') return [];
  const text = await readFile(join(dataDir, 'demo.json'), 'utf8').catch(() => '{}');
  const { signIns = [] } = JSON.parse(text) as { signIns?: DemonstrationSignIn[] };
  const people = new Map(signIns.map((entry) => [entry.email, entry]));
  return [...people.values()].flatMap(({ name, email, totpSecret }) =>
    totpSecret ? [{ name, email, code: totpCode(totpSecret, now) }] : [],
  );
}
