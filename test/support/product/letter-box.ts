import type { CaughtMail } from '@app/platform/mail/caught-mail.js';
import { type MailCatcher, startMailCatcher } from '@app/platform/mail/mail-catcher.js';
import { waitFor } from '../wait-for.js';

/** Where the product's mail arrives, over a real SMTP conversation, and is read. */
export class LetterBox {
  private constructor(private readonly catcher: MailCatcher) {}

  static async open(): Promise<LetterBox> {
    return new LetterBox(await startMailCatcher({ smtpPort: 0, httpPort: 0 }));
  }

  get smtpUrl(): string {
    return `smtp://127.0.0.1:${this.catcher.smtpPort}`;
  }

  /** Newest first. */
  async mails(): Promise<CaughtMail[]> {
    const answer = await fetch(`http://127.0.0.1:${this.catcher.httpPort}/api/messages`);
    return (await answer.json()) as CaughtMail[];
  }

  /** The mail to this address, waited for: the `nth` of them, or the first with this subject. */
  async mailTo(address: string, which: number | string = 1): Promise<CaughtMail> {
    return waitFor(
      `mail ${which} to ${address}`,
      async () => {
        const mails = (await this.mails()).filter(({ to }) => to === address);
        return typeof which === 'number'
          ? mails.at(-which)
          : mails.findLast(({ subject }) => subject === which);
      },
      { limitMs: 20_000, everyMs: 100 },
    );
  }

  close(): Promise<void> {
    return this.catcher.stop();
  }
}

/** The reply link of a prompt's mail: the one that is not for stopping. */
export function replyLinkIn({ links }: CaughtMail): string {
  const link = links.find((each) => /\/r\/[\w-]{43}$/.test(each));
  if (!link) throw new Error(`no reply link among ${links.length}`);
  return link;
}
