import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type BrowserHash, ReplyDoorService, type ReplyEntry } from '@app/course/reply-door.service.js';
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

/** Tells who is behind a request for a reply page. */
@Injectable()
export class ReplyVisits {
  constructor(
    private readonly cookies: ReplyCookies,
    private readonly door: ReplyDoorService,
    private readonly nonces: Nonces,
  ) {}

  /** Null without a cookie, or with one of another mailing. @throws NotFound for an address that cannot be one */
  async of(request: FastifyRequest, mailingId: string): Promise<Visit | null> {
    if (!UUID.test(mailingId)) throw new NotFound('page');
    const token = this.cookies.tokenOf(request);
    const entry = token && (await this.door.entry(token));
    if (!token || !entry || entry.mailingId !== mailingId || entry.purpose === 'unsubscribe') return null;
    const from = { requestId: request.id, ip: request.ip };
    return { token, entry: { ...entry, ...from }, browser: this.cookies.browserOf(request) };
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
