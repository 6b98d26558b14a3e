import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type Binding, keyedHash, seal, tokenHash, unseal } from '@app/platform/encryption/sealing.js';
import { LinkEnded } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { normalisedEmail } from '../accounts/accounts.service.js';
import { LIFETIME_MINUTES } from './account-token.rules.js';
import type { NewToken, OpenToken, TokenPurpose } from './account-token.types.js';

/**
 * Tokens of links to accounts: 256 bits, used once, at rest only as SHA-256. Derived from the service's key and
 * the token's row, so that the worker can write a link that nobody has kept (ADR 0003).
 */
@Injectable()
export class AccountTokens {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  /** Issues a token; older ones of the same purpose and subject end. Gives its id: the mail names that. */
  async issue(token: NewToken, tx?: Tx): Promise<string> {
    return (await this.insert(token, 0, tx))!;
  }

  /**
   * For what anybody may ask for: null when one was issued within the last `seconds` and has not been used. Older
   * ones live on, or an outsider who asks again and again would end the owner's.
   */
  issueUnlessRecent(token: NewToken, seconds: number): Promise<string | null> {
    return this.insert(token, seconds);
  }

  /** The token of an issued row, base64url, 43 characters. */
  async tokenFor(id: string, purpose: TokenPurpose, tx?: Tx): Promise<string> {
    const key = await this.keyring.service('account-token', tx);
    return createHmac('sha256', key).update(`${purpose}:${id}`).digest('base64url');
  }

  /** What the token stands for; changes nothing. @throws LinkEnded */
  async open(purpose: TokenPurpose, token: string): Promise<OpenToken> {
    return this.opened(
      await this.db.acrossClinics<FoundToken>(`select ${COLUMNS} from account_tokens where ${LIVE}`, [
        tokenHash(token),
        purpose,
      ]),
    );
  }

  /** Uses the token up: of several at the same time one succeeds. @throws LinkEnded */
  async spend(purpose: TokenPurpose, token: string, tx?: Tx): Promise<OpenToken> {
    const params = [tokenHash(token), purpose];
    const sql = `with spent as (
        update account_tokens set spent_at = app_now() where ${LIVE} returning ${COLUMNS})
      select * from spent`;
    return this.opened(
      await (tx ? tx.query<FoundToken>(sql, params) : this.db.acrossClinics<FoundToken>(sql, params)),
      tx,
    );
  }

  /** Ends every open token of a subject. */
  async endAll(purpose: TokenPurpose, subjectId: string, tx?: Tx): Promise<void> {
    const sql = `update account_tokens set spent_at = app_now()
      where purpose = $1 and subject_id = $2 and spent_at is null`;
    if (tx) await tx.query(sql, [purpose, subjectId]);
    else await this.db.acrossClinics(sql, [purpose, subjectId]);
  }

  /** An address as a subject: an id made from its keyed hash, from which it cannot be read back. */
  async subjectOf(email: string): Promise<string> {
    const key = await this.keyring.service('account-token');
    const hex = keyedHash(key, 'token-subject', normalisedEmail(email)).toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
      '-',
    );
  }

  private async insert(token: NewToken, unlessWithin: number, tx?: Tx): Promise<string | null> {
    const id = newId();
    const { purpose, subjectId, clinicId, email } = token;
    const params = [
      id,
      tokenHash(await this.tokenFor(id, purpose, tx)),
      purpose,
      clinicId ?? null,
      subjectId,
      email === undefined ? null : seal(await this.emailKey(tx), emailBinding(id), email),
      LIFETIME_MINUTES[purpose],
      unlessWithin,
    ];
    const rows = await (tx ? tx.query<object>(ISSUE, params) : this.db.acrossClinics<object>(ISSUE, params));
    return rows.length > 0 ? id : null;
  }

  private async opened([found]: FoundToken[], tx?: Tx): Promise<OpenToken> {
    if (!found) throw new LinkEnded();
    const { id, subjectId, clinicId, emailSealed } = found;
    const email = emailSealed && unseal(await this.emailKey(tx), emailBinding(id), emailSealed);
    return { id, subjectId, clinicId, email };
  }

  private async emailKey(tx?: Tx) {
    return { version: 1, bytes: await this.keyring.service('account-email', tx) };
  }
}

type FoundToken = Omit<OpenToken, 'email'> & { emailSealed: Buffer | null };

const COLUMNS = 'id, subject_id as "subjectId", clinic_id as "clinicId", email_sealed as "emailSealed"';

const LIVE = 'token_hash = $1 and purpose = $2 and spent_at is null and expires_at > app_now()';

// One statement: there is no moment at which the old link and the new one are both alive, or neither.
const ISSUE = `
  with wanted as (
    select 1 where not exists (
      select 1 from account_tokens where purpose = $3 and subject_id = $5 and spent_at is null
        and $8::int > 0 and created_at > app_now() - make_interval(secs => $8::int))
  ), ended as (
    update account_tokens set spent_at = app_now()
    where purpose = $3 and subject_id = $5 and spent_at is null and $8::int = 0
  )
  insert into account_tokens (id, token_hash, purpose, clinic_id, subject_id, email_sealed, created_at, expires_at)
  select $1, $2, $3, $4::uuid, $5, $6::bytea, app_now(), app_now() + make_interval(mins => $7::int) from wanted
  returning id`;

function emailBinding(id: string): Binding {
  return { clinicId: '', label: 'account-token.email', rowId: id };
}
