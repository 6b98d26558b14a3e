import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  type BrowserHash,
  isOfPrompt,
  type PromptEntry,
  ReplyDoorService,
  type ReplyEntry,
} from '@app/course/reply-door.service.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { type ActGroup, Nonces } from './nonces.js';
import { ReplyCookies } from './reply-cookies.js';
import type { FormProps } from './views/props.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A browser that came through a link, on the pages of that link's mailing. */
export interface Visit {
  token: string;
  entry: ReplyEntry;
  /** Null: a browser that has no name of its own yet. */
  browser: BrowserHash | null;
}

/** A visit by the link of a prompt's e-mail. */
export interface PromptVisit extends Visit {
  entry: PromptEntry;
}

/** Tells who is behind a request for a reply page. */
@Injectable()
export class ReplyVisits {
  /** Asked for by the passphrase and by the page itself: looked up once a request. */
  private readonly known = new WeakMap<FastifyRequest, Promise<Visit | null>>();

  constructor(
    private readonly cookies: ReplyCookies,
    private readonly door: ReplyDoorService,
    private readonly nonces: Nonces,
  ) {}

  /** Null without a cookie, or with one of another mailing. @throws NotFound for an address that cannot be one */
  async of(request: FastifyRequest, mailingId: string): Promise<Visit | null> {
    if (!UUID.test(mailingId)) throw new NotFound('page');
    const visit = await (this.known.get(request) ?? this.lookUp(request));
    return visit?.entry.mailingId === mailingId ? visit : null;
  }

  private lookUp(request: FastifyRequest): Promise<Visit | null> {
    const visit = this.visitOf(request);
    this.known.set(request, visit);
    return visit;
  }

  private async visitOf(request: FastifyRequest): Promise<Visit | null> {
    const token = this.cookies.tokenOf(request);
    if (!token) return null;
    const browser = this.cookies.browserOf(request);
    // Whoever posts most often answers: what that rests on comes along.
    const posts = request.method === 'POST';
    const entry = await (posts ? this.door.toAnswer(token, browser) : this.door.entry(token));
    if (!entry || entry.purpose === 'unsubscribe') return null;
    return { token, entry: { ...entry, requestId: request.id, ip: request.ip }, browser };
  }

  /** Where a visit's forms are posted. */
  async formOf({ token, entry }: Visit, group: ActGroup): Promise<FormProps> {
    const { mailingId } = entry;
    return { action: `/r/p/${mailingId}`, nonce: await this.nonces.of(token, mailingId, group) };
  }

  /** Which kind of act this nonce lets this visit do; null for none. */
  groupOf({ token, entry }: Visit, nonce: string): Promise<ActGroup | null> {
    return this.nonces.groupOf(nonce, token, entry.mailingId);
  }
}

/** True for a visit to the pages of a question; the others are told apart by `entry.kind`. */
export function isToPrompt(visit: Visit): visit is PromptVisit {
  return isOfPrompt(visit.entry);
}

/** True for a link that its button spends, before anything is shown. */
export function opensOnce({ entry }: Visit): boolean {
  return entry.purpose === 'fresh' || entry.purpose === 'unasked' || entry.purpose === 'my-words';
}

/** True for a visit by a mail about the e-mails themselves: a rest, a stop, asking for a yes. */
export function isAboutMails({ entry }: Visit): boolean {
  return entry.promptId === null && entry.kind !== 'unasked' && entry.purpose !== 'my-words';
}
