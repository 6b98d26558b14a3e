import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressObject, ParsedMail } from 'mailparser';

/** One mail as the catcher shows it. `to` holds the bare addresses of the envelope; `links` both parts' links. */
export type CaughtMail = {
  id: string;
  from: string;
  to: string;
  subject: string;
  /** ISO 8601, when it was caught. */
  date: string;
  messageId: string;
  headers: Record<string, string>;
  text: string;
  html: string;
  links: string[];
};

const KEPT = 200;

/** The last 200 mails, newest first; with a folder they are there again after a restart. */
export class CaughtMails {
  private mails: CaughtMail[] = [];
  private lastId = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly folder: string | undefined) {}

  /** Reads what the folder holds; a file that is no mail is passed over. */
  async load(): Promise<void> {
    if (this.folder === undefined) return;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const files = (await readdir(this.folder))
      .filter((file) => /^\d{8}\.json$/.test(file))
      .sort()
      .reverse();
    this.lastId = Number.parseInt(files[0] ?? '0', 10);
    for (const file of files) {
      const read = await readFile(join(this.folder, file), 'utf8')
        .then((content) => JSON.parse(content) as CaughtMail)
        .catch(() => undefined);
      if (read && this.mails.length < KEPT) this.mails.push(read);
      else await rm(join(this.folder, file), { force: true });
    }
  }

  list(): readonly CaughtMail[] {
    return this.mails;
  }

  find(id: string): CaughtMail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  async add(parsed: ParsedMail, recipients: string[], caughtAt: Date): Promise<void> {
    this.lastId += 1;
    const mail = caught(String(this.lastId).padStart(8, '0'), parsed, recipients, caughtAt);
    this.mails.unshift(mail);
    const dropped = this.mails.splice(KEPT);
    await this.write(async (folder) => {
      const file = join(folder, `${mail.id}.json`);
      await writeFile(`${file}.new`, JSON.stringify(mail), { mode: 0o600 });
      await rename(`${file}.new`, file);
      for (const { id } of dropped) await rm(join(folder, `${id}.json`), { force: true });
    });
  }

  async clear(): Promise<void> {
    const gone = this.mails;
    this.mails = [];
    await this.write(async (folder) => {
      for (const { id } of gone) await rm(join(folder, `${id}.json`), { force: true });
    });
  }

  /** One change of the folder after the other, so that a clear cannot overtake a mail. */
  private write(change: (folder: string) => Promise<void>): Promise<void> {
    const { folder } = this;
    if (folder === undefined) return Promise.resolve();
    const mine = this.writing.then(() => change(folder));
    this.writing = mine.catch(() => undefined);
    return mine;
  }
}

function caught(id: string, parsed: ParsedMail, recipients: string[], caughtAt: Date): CaughtMail {
  const text = parsed.text ?? '';
  const html = parsed.html || '';
  const headers: Record<string, string> = {};
  for (const { key, line } of parsed.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n\s+/g, ' ')
      .trim();
    headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
  }
  return {
    id,
    from: wordsOf(parsed.from),
    to: recipients.join(', '),
    subject: parsed.subject ?? '',
    date: caughtAt.toISOString(),
    messageId: parsed.messageId ?? '',
    headers,
    text,
    html,
    links: linksIn(text, html),
  };
}

function wordsOf(address: AddressObject | undefined): string {
  return (address?.value ?? [])
    .map((one) => (one.name ? `${one.name} <${one.address}>` : one.address))
    .join(', ');
}

/** Every web address once, in the order a reader meets them: the text part first. */
function linksIn(text: string, html: string): string[] {
  const written = text.match(/https?:\/\/[^\s<>"']+/g) ?? [];
  const linked = [...html.matchAll(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) =>
    (match[1] ?? match[2] ?? '').replace(/&amp;/g, '&').trim(),
  );
  const bare = written.map((link) => link.replace(/[.,;:!?)\]]+$/, ''));
  return [...new Set([...bare, ...linked.filter((link) => /^https?:\/\//i.test(link))])];
}
