import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';

/** What a passkey has to sign: 256 bits, kept with the sign-in that asked, good once and for 5 minutes. */
@Injectable()
export class PasskeyChallenges {
  constructor(private readonly db: Database) {}

  /** Replaces the one asked before. `challenge` is base64url. */
  async keep(signInId: string, challenge: string): Promise<void> {
    await this.db.acrossClinics(
      'update sign_ins set challenge = $2, challenge_at = app_now() where id = $1',
      [signInId, Buffer.from(challenge, 'base64url')],
    );
  }

  /** The challenge as base64url, once; undefined when there is none, or it is too old. */
  async take(signInId: string): Promise<string | undefined> {
    const [row] = await this.db.acrossClinics<{ challenge: Buffer }>(TAKE, [signInId]);
    return row?.challenge.toString('base64url');
  }
}

// The lock comes first: of two answers to one challenge, the second finds it gone.
const TAKE = `
  with asked as (
    select id, challenge from sign_ins
    where id = $1 and challenge is not null and challenge_at > app_now() - interval '5 minutes' for update),
  taken as (
    update sign_ins s set challenge = null, challenge_at = null from asked
    where s.id = asked.id and s.challenge is not null returning asked.challenge)
  select challenge from taken`;
