import type { Handover } from '@app/platform/mail/handover.types.js';
import type { OutgoingMail } from '@app/platform/mail/outgoing-mail.js';

/** The far end of SMTP: keeps what it is handed and answers what it is told to. */
export class FarEnd {
  readonly mails: OutgoingMail[] = [];
  answer: (mail: OutgoingMail) => Promise<Handover> = accepts;

  send(mail: OutgoingMail): Promise<Handover> {
    this.mails.push(mail);
    return this.answer(mail);
  }

  forget(): void {
    this.mails.length = 0;
    this.answer = accepts;
  }
}

const accepts = (): Promise<Handover> => Promise.resolve({ outcome: 'accepted', response: '250 ok' });
