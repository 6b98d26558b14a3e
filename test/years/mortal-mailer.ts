import type { Handover } from '@app/platform/mail/handover.types.js';
import type { Mailer } from '@app/platform/mail/mailer.js';
import type { OutgoingMail } from '@app/platform/mail/outgoing-mail.js';

export type Death = 'lives' | 'before the hand-over' | 'after the hand-over';

/** The worker died: nothing of what came back is noted. */
export class WorkerDied extends Error {}

/** The true mailer, in a worker that may die around the hand-over. */
export class MortalMailer {
  deathAt: (mail: OutgoingMail) => Death = () => 'lives';

  constructor(private readonly mailer: Mailer) {}

  async send(mail: OutgoingMail): Promise<Handover> {
    const death = this.deathAt(mail);
    if (death === 'before the hand-over') throw new WorkerDied();
    const handover = await this.mailer.send(mail);
    if (death === 'after the hand-over') throw new WorkerDied();
    return handover;
  }
}
