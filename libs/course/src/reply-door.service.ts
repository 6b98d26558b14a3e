import { Injectable } from '@nestjs/common';
import type { ClientActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { tokenHash } from '@app/platform/encryption/sealing.js';
import type { MailingKind } from '@app/prompts/mailing.types.js';
import { type LinkPurpose, ReplyLinks } from '@app/prompts/reply-links.js';
import { type AnswerFacts, answerFacts } from './reply-arrival.js';
import {
  type ArrivalRow,
  comingByLink,
  type LinkRow,
  whatAnsweringRestsOn,
} from './reply-arrival.queries.js';

/** Somebody with a live link, and where it leads. Ids only. */
export interface ReplyEntry {
  clinicId: string;
  mailingId: string;
  clientId: string;
  /** Null: the mailing belongs to no prompt, e.g. says that a rest has begun. */
  promptId: string | null;
  /** Decides which page the link leads to. */
  kind: MailingKind;
  purpose: LinkPurpose;
  /** The passphrase has to be given first, in the browser that came; absent: it was not looked up. */
  isLocked?: boolean;
  /** For who came to answer: what that rests on. Null where there is no question, or none to be shown yet. */
  answers?: AnswerFacts | null;
  requestId?: string;
  ip?: string;
}

/** Somebody whose link leads to a question. */
export interface PromptEntry extends ReplyEntry {
  promptId: string;
}

/** A link that ended when its client's address changed. It opens nothing, and says so. */
export type EndedLink = Pick<ReplyEntry, 'clinicId' | 'mailingId' | 'purpose'>;

/** A browser on the reply pages: SHA-256 of its own 256-bit cookie. */
export type BrowserHash = Buffer;

/** Lets a client in by a link. */
@Injectable()
export class ReplyDoorService {
  constructor(
    private readonly db: Database,
    private readonly links: ReplyLinks,
  ) {}

  /** Whom a token lets in; null for an unknown, spent or expired one. Reads only. */
  async entry(token: string): Promise<ReplyEntry | null> {
    const { answers } = await this.db.atOnceAsFound(comingByLink(tokenHash(token)));
    return entryOf(answers[1] as LinkRow[]);
  }

  /** The same for a browser that comes to answer, with what its answer rests on: all in one round trip. */
  async toAnswer(token: string, browser: BrowserHash | null): Promise<ReplyEntry | null> {
    const hash = tokenHash(token);
    const statements = [...comingByLink(hash), whatAnsweringRestsOn(hash, browser)];
    const { now, answers } = await this.db.atOnceAsFound(statements);
    const entry = entryOf(answers[1] as LinkRow[]);
    const [row] = answers[2] as ArrivalRow[];
    // Whose pages cannot be told shows none.
    return (
      entry && { ...entry, isLocked: row?.is_locked ?? true, answers: row ? answerFacts(row, now) : null }
    );
  }

  /** The link behind a token that ended with its address; null for every other. Reads only. */
  ended(token: string): Promise<EndedLink | null> {
    return this.links.findEnded(token);
  }
}

function entryOf([row]: readonly LinkRow[]): ReplyEntry | null {
  if (!row) return null;
  return {
    clinicId: row.clinic_id,
    mailingId: row.mailing_id,
    clientId: row.client_id,
    promptId: row.prompt_id,
    kind: row.kind,
    purpose: row.purpose,
  };
}

/** The client behind an entry, acting. */
export function clientActor({ clinicId, clientId, promptId, requestId, ip }: ReplyEntry): ClientActor {
  return {
    kind: 'client',
    clinicId,
    clientId,
    ...(promptId && { promptId }),
    ...(requestId && { requestId }),
    ...(ip && { ip }),
  };
}

/** True for a link of a prompt's e-mail. */
export function isOfPrompt(entry: ReplyEntry): entry is PromptEntry {
  return entry.promptId !== null;
}
