import { Injectable } from '@nestjs/common';
import type { ClientActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import type { MailingKind } from '@app/prompts/mailing.types.js';
import { type LinkPurpose, ReplyLinks } from '@app/prompts/reply-links.js';

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
    const target = await this.links.find(token);
    if (!target) return null;
    const { clinicId, mailingId, purpose } = target;
    return this.db.inClinic({ kind: 'system', clinicId, job: 'open-reply-link' }, async (tx) => {
      const [row] = await tx.query<{ client_id: string; prompt_id: string | null; kind: MailingKind }>(
        'select client_id, prompt_id, kind from mailings where clinic_id = $1 and id = $2',
        [clinicId, mailingId],
      );
      if (!row) return null;
      const { client_id: clientId, prompt_id: promptId, kind } = row;
      return { clinicId, mailingId, clientId, promptId, kind, purpose };
    });
  }

  /** The link behind a token that ended with its address; null for every other. Reads only. */
  ended(token: string): Promise<EndedLink | null> {
    return this.links.findEnded(token);
  }
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
