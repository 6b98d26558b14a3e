import { Readable } from 'node:stream';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { type SendingError, outcomeOf, withoutAddresses } from './handover.js';
import type { Handover } from './handover.types.js';
import { mailOutcomes } from '../metrics/metrics.js';
import { type OutgoingMail, assertSendable } from './outgoing-mail.js';

export type MailerOptions = {
  /** `smtp://[user:password@]host[:port]` or `smtps://…`; nodemailer's options may follow as a query. */
  smtpUrl: string;
  /** Connections kept open, 1 to 100. Default 5. */
  maxConnections?: number;
  /** Finite limits in milliseconds. The last one is for a whole send, waiting for a connection included. */
  connectionTimeout?: number;
  greetingTimeout?: number;
  socketTimeout?: number;
  sendTimeout?: number;
};

type Progress = { handedOver: boolean };

/** Hands mails to an SMTP server and says honestly what became of each. Logs nothing. */
export class Mailer implements OnApplicationShutdown {
  private readonly transport;
  private readonly sendTimeout: number;
  /** The transport copies a mail on its way, but not its signal: by that a send finds its progress. */
  private readonly underWay = new WeakMap<object, Progress>();

  constructor(options: MailerOptions) {
    this.sendTimeout = options.sendTimeout ?? 90_000;
    const connectionTimeout = options.connectionTimeout ?? 10_000;
    this.transport = createTransport({
      pool: true,
      url: options.smtpUrl,
      maxConnections: options.maxConnections ?? 5,
      connectionTimeout,
      dnsTimeout: connectionTimeout,
      greetingTimeout: options.greetingTimeout ?? 10_000,
      socketTimeout: options.socketTimeout ?? 30_000,
      // One attempt is one attempt: who calls decides about the next.
      maxRequeues: 0,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    // The finished mail passes through here only once the server has said that it may come, chunk by chunk
    // as it is taken. Before the last chunk was taken the ending dot cannot have been sent.
    this.transport.use('stream', (mail, done) => {
      const progress = this.underWay.get(mail.data.signal ?? {});
      // Never send what is not watched: its outcome could not be told.
      if (!progress) return done(new Error('not watched'));
      mail.message.processFunc((content) => Readable.from(watched(content, progress), { objectMode: false }));
      done();
    });
  }

  /** One attempt. @throws UnsendableMail before anything is sent; every other trouble is an outcome */
  async send(mail: OutgoingMail): Promise<Handover> {
    assertSendable(mail);
    const handover = await this.handOver(mail);
    mailOutcomes.inc({ outcome: handover.outcome });
    return handover;
  }

  private async handOver(mail: OutgoingMail): Promise<Handover> {
    const progress: Progress = { handedOver: false };
    const signal = AbortSignal.timeout(this.sendTimeout);
    this.underWay.set(signal, progress);
    const message = {
      from: mail.from,
      to: { name: '', address: mail.to },
      ...(mail.replyTo !== undefined && { replyTo: { name: '', address: mail.replyTo } }),
      envelope: { from: mail.envelopeFrom ?? mail.from.address, to: [mail.to] },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      headers: mail.headers ?? {},
      xMailer: false as const,
      signal,
    };
    try {
      const { response } = await this.transport.sendMail(message);
      return { outcome: 'accepted', response: withoutAddresses(response) };
    } catch (error) {
      return outcomeOf(error as SendingError, progress.handedOver);
    }
  }

  /** Ends idle connections at once and busy ones when their mail is through. */
  close(): void {
    this.transport.close();
  }

  onApplicationShutdown(): void {
    this.close();
  }
}

async function* watched(
  content: AsyncIterable<Buffer>,
  progress: Progress | undefined,
): AsyncGenerator<Buffer> {
  yield* content;
  if (progress) progress.handedOver = true;
}
