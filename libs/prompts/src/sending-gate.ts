import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Handover } from '@app/platform/mail/handover.types.js';
import { afterHandover, RESTED, restsUntil } from '@app/platform/mail/mail-breaker.rules.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import { type OutgoingMail, UnsendableMail } from '@app/platform/mail/outgoing-mail.js';
import { ProviderTurns } from '@app/platform/mail/provider-turns.js';
import { mailServerResting } from '@app/platform/metrics/metrics.js';

/** What stands between a claimed mailing and the mail server: a pause when it has gone, a limit for each provider. */
@Injectable()
export class SendingGate {
  private breaker = RESTED;

  constructor(
    private readonly mailer: Mailer,
    private readonly turns: ProviderTurns,
    private readonly keyring: Keyring,
  ) {}

  /**
   * Before the first transaction: a key that has to be made asks the pool for a connection of its own, and as many
   * workers as the pool has connections would wait for each other.
   */
  async ready(): Promise<void> {
    for (const name of ['reply-link', 'bounce-address', 'mail-provider'] as const) {
      await this.keyring.service(name);
    }
  }

  /** Until when the mail server is left alone; null: it is not. */
  restsUntil(now: Temporal.Instant): Temporal.Instant | null {
    const until = restsUntil(this.breaker, now);
    mailServerResting.set(until ? 1 : 0);
    return until;
  }

  /** Takes the mail's turn at its provider. When the next one comes, where those of this minute are taken; else null. */
  async nextTurn(tx: Tx, to: string): Promise<Temporal.Instant | null> {
    if (await this.turns.take(tx, to)) return null;
    const minuteMs = 60_000;
    const next = Math.floor(tx.now.epochMilliseconds / minuteMs) * minuteMs + minuteMs;
    return Temporal.Instant.fromEpochMilliseconds(next);
  }

  /** What must not be sent as it is was certainly not sent. */
  async handOver(mail: OutgoingMail): Promise<Handover> {
    try {
      return await this.mailer.send(mail);
    } catch (error) {
      if (error instanceof UnsendableMail) return { outcome: 'refused', code: 'unsendable' };
      throw error;
    }
  }

  note(handover: Handover, now: Temporal.Instant): void {
    this.breaker = afterHandover(this.breaker, handover, now);
    mailServerResting.set(this.breaker.restsUntil ? 1 : 0);
  }
}
