import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keyring } from '@app/platform/encryption/keyring.js';

/** `answer`: everything on the question's page. `change`: the same, for what was sent. `open`: a fresh link. `unlock`: a passphrase. */
export type ActGroup = 'answer' | 'change' | 'open' | 'unlock';

const GROUPS: readonly ActGroup[] = ['answer', 'change', 'open', 'unlock'];

/** The proof that an act came from a page of ours: HMAC over cookie, mailing and kind of act. Lives as long as the link. */
@Injectable()
export class Nonces {
  constructor(private readonly keyring: Keyring) {}

  async of(token: string, mailingId: string, group: ActGroup): Promise<string> {
    const key = await this.keyring.service('page-nonce');
    return createHmac('sha256', key).update(`${token}|${mailingId}|${group}`).digest('base64url');
  }

  /** Which kind of act a nonce is for; null for none of ours. */
  async groupOf(given: string, token: string, mailingId: string): Promise<ActGroup | null> {
    for (const group of GROUPS) {
      if (isSame(given, await this.of(token, mailingId, group))) return group;
    }
    return null;
  }
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
