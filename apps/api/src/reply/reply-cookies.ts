import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BrowserHash } from '@app/course/reply-door.service.js';
import { Config } from '@app/platform/config/config.js';
import { newToken, tokenHash } from '@app/platform/encryption/sealing.js';
import { cookieOf, setCookie } from '../http/cookies.js';

const TOKEN = /^[\w-]{43}$/;
const DAY_SECONDS = 24 * 3600;
/** As long as a prompt stays open after it was sent, and some days of looking back. */
const LINK_DAYS = 21;
const BROWSER_DAYS = 60;

/**
 * Two cookies: the link's token, for the pages of one mailing alone, and a random name of this browser, for
 * drafts. `Lax`, because `Strict` is withheld on the way from webmail. Plain names over http, which only a
 * local machine may use.
 */
@Injectable()
export class ReplyCookies {
  private readonly secure: boolean;

  constructor(config: Config) {
    this.secure = config.BASE_URL.startsWith('https://');
  }

  /** The link's token that this browser holds for the page it asks for. */
  tokenOf(request: FastifyRequest): string | null {
    return this.read(request, 'r');
  }

  /** Lets this browser open the pages of one mailing. */
  letIn(reply: FastifyReply, mailingId: string, token: string): void {
    this.write(reply, 'r', { value: token, path: `/r/p/${mailingId}`, maxAge: LINK_DAYS * DAY_SECONDS });
  }

  browserOf(request: FastifyRequest): BrowserHash | null {
    const value = this.read(request, 'b');
    return value ? tokenHash(value) : null;
  }

  /** This browser, named now when it has no name yet. */
  namedBrowser(request: FastifyRequest, reply: FastifyReply): BrowserHash {
    const known = this.browserOf(request);
    if (known) return known;
    const value = newToken();
    this.write(reply, 'b', { value, path: '/r', maxAge: BROWSER_DAYS * DAY_SECONDS });
    return tokenHash(value);
  }

  private read(request: FastifyRequest, name: 'r' | 'b'): string | null {
    const value = cookieOf(request, this.nameOf(name));
    return value && TOKEN.test(value) ? value : null;
  }

  private write(
    reply: FastifyReply,
    name: 'r' | 'b',
    cookie: { value: string; path: string; maxAge: number },
  ): void {
    setCookie(reply, { name: this.nameOf(name), secure: this.secure, ...cookie });
  }

  private nameOf(name: 'r' | 'b'): string {
    return this.secure ? `__Secure-${name}` : name;
  }
}
