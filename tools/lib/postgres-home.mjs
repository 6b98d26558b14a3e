import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { accountFor, canReach } from './postgres-account.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';

/** Where root keeps what the database account must reach, when the checkout lies in a closed folder. */
const SHARED_BASE = '/var/lib/throughline';

/**
 * Who runs PostgreSQL, from which binaries, on which data folder. Root's home is closed to other accounts: then
 * the data moves below /var/lib/throughline, named by a hash of the wanted path, so that two checkouts never meet.
 * @param {string} wanted the data folder, absolute
 * @returns {{ binaries: string, dataDirectory: string, account?: object, moved: boolean }}
 */
export function postgresHome(wanted) {
  const moved = !canReach(wanted, accountFor(wanted));
  const dataDirectory = moved ? awayFrom(wanted) : wanted;
  const account = accountFor(dataDirectory);
  const binaries = postgresBinaries(account, account ? SHARED_BASE : dirname(wanted));
  return { binaries, dataDirectory, account, moved };
}

const awayFrom = (wanted) =>
  join(SHARED_BASE, createHash('sha256').update(wanted).digest('hex').slice(0, 12), 'postgres');
