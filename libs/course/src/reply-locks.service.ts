import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { PassphraseService } from '@app/clients/passphrase.service.js';
import { SignInThrottle } from '@app/clinics/sign-ins/sign-in-throttle.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { type BrowserHash, clientActor, type ReplyEntry } from './reply-door.service.js';

/** As long as any cookie of a link lives. */
const UNLOCKED_DAYS = 30;

/** Asks for the passphrase before a client's pages, where there is one. */
@Injectable()
export class ReplyLocksService {
  constructor(
    private readonly db: Database,
    private readonly passphrases: PassphraseService,
    private readonly throttle: SignInThrottle,
    private readonly audit: AuditService,
  ) {}

  /** Has this browser to give the passphrase first? Reads only. */
  async isLocked(entry: ReplyEntry, browser: BrowserHash | null): Promise<boolean> {
    if (entry.isLocked !== undefined) return entry.isLocked;
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const [row] = await tx.query<{ locked: boolean }>(
        `select c.passphrase_hash is not null and not exists (
           select 1 from reply_unlocks u where u.clinic_id = c.clinic_id and u.client_id = c.id
             and u.browser_hash = $3 and u.until > app_now()) as locked
         from clients c where c.clinic_id = $1 and c.id = $2`,
        [entry.clinicId, entry.clientId, browser],
      );
      // Whose pages cannot be told shows none.
      return row?.locked ?? true;
    });
  }

  /**
   * Opens the client's pages in this browser. False when it is another word. Tries are counted by client and by
   * network and wait longer and longer; a browser that gave it before never waits for others. @throws TooManyTries
   */
  async unlock(entry: ReplyEntry, browser: BrowserHash, plain: string): Promise<boolean> {
    const { clinicId, clientId, ip = '' } = entry;
    const { hash, familiar } = await this.db.inClinic(clientActor(entry), (tx) => known(tx, entry, browser));
    const attempt = { kind: 'passphrase' as const, subject: clientId, ip, familiar };
    await this.throttle.count(attempt);
    if (!(await this.passphrases.fits(hash, plain))) return false;
    await this.db.inClinic(clientActor(entry), async (tx) => {
      await tx.query(
        `insert into reply_unlocks (clinic_id, client_id, browser_hash, until)
         select c.clinic_id, c.id, $3, app_now() + make_interval(days => $4::integer)
         from clients c where c.clinic_id = $1 and c.id = $2 and c.passphrase_hash = $5
         on conflict (clinic_id, client_id, browser_hash) do update set until = excluded.until`,
        [clinicId, clientId, browser, UNLOCKED_DAYS, hash],
      );
      await this.audit.record(tx, {
        action: 'client.pages-unlocked',
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
    });
    await this.throttle.forget(attempt);
    return true;
  }
}

async function known(
  tx: Tx,
  { clinicId, clientId }: ReplyEntry,
  browser: BrowserHash,
): Promise<{ hash: string | null; familiar: boolean }> {
  const [row] = await tx.query<{ hash: string | null; familiar: boolean }>(
    `select c.passphrase_hash as hash, exists (
       select 1 from reply_unlocks u where u.clinic_id = c.clinic_id and u.client_id = c.id
         and u.browser_hash = $3) as familiar
     from clients c where c.clinic_id = $1 and c.id = $2`,
    [clinicId, clientId, browser],
  );
  return row ?? { hash: null, familiar: false };
}
