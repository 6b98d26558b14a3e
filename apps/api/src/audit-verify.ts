import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { AuditVerification } from '@app/audit/audit-verification.js';
import type { AuditTrouble, VerifiedClinic } from '@app/audit/audit-verification.types.js';
import { Database } from '@app/platform/database/database.js';
import { keyEncryptionFromFile } from '@app/platform/encryption/key-encryption-key.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type ExpectedSeals, expectedSeals } from './audit-verify-arguments.js';
import { runCommand, settingFrom } from './database-command.js';

/**
 * `npm run audit:verify [-- --expect <clinic id>=<seq>:<hash> …]`: checks the audit log of every clinic with the
 * rights of the product. Prints ids, numbers and hashes alone. Exit code 1 when anything is wrong.
 */
runCommand(async () => {
  const expected = expectedSeals(process.argv.slice(2));
  const source = new DataSource({ type: 'postgres', url: settingFrom('DATABASE_URL'), poolSize: 2 });
  await source.initialize();
  const db = new Database(source);
  try {
    const keyring = new Keyring(db, keyEncryptionFromFile(settingFrom('KEK_FILE')));
    const troubles = await verifyAll(new AuditVerification(db, keyring), expected);
    say(troubles === 0 ? 'Nothing is wrong.' : `Troubles found: ${troubles}.`);
    if (troubles > 0) process.exitCode = 1;
  } finally {
    await db.onModuleDestroy();
  }
});

async function verifyAll(verification: AuditVerification, expected: ExpectedSeals): Promise<number> {
  const clinicIds = await verification.clinicIds();
  let troubles = 0;
  for (const clinicId of clinicIds) {
    const tell = (trouble: AuditTrouble) => say(`  ${clinicId}  ${sentenceOf(trouble)}`);
    const found = await verification.verify(clinicId, tell, expected.get(clinicId));
    say(summaryOf(clinicId, found));
    troubles += found.troubles;
  }
  const gone = [...expected.keys()].filter((clinicId) => !clinicIds.includes(clinicId));
  for (const clinicId of gone) say(`  ${clinicId}  The clinic is not there.`);
  return troubles + gone.length;
}

function summaryOf(clinicId: string, { seals, rows, waiting, troubles, head }: VerifiedClinic): string {
  const counts = `${seals} seals over ${rows} rows, ${waiting} waiting`;
  const place = head ? `${head.seq}:${head.hash}` : 'none';
  return `${clinicId}  ${troubles === 0 ? 'ok' : 'WRONG'}  ${counts}, head ${place}`;
}

function sentenceOf(trouble: AuditTrouble): string {
  switch (trouble.what) {
    case 'seal-broken':
      return `Seal ${trouble.seq} does not fit: a row, their order or the seal was changed.`;
    case 'seal-missing':
      return `Seal ${trouble.seq} is gone.`;
    case 'row-missing':
      return `Row ${trouble.eventId} of seal ${trouble.seq} is gone.`;
    case 'row-unaccounted':
      return `Row ${trouble.eventId} is neither sealed nor waiting: its seal is gone, or it was taken out of the queue.`;
    case 'row-waits':
      return `Row ${trouble.eventId} has waited for more than 10 minutes: nothing seals it.`;
    case 'head-differs':
      return `Seal ${trouble.seq} is not the one that was expected: the log was cut or written anew.`;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
