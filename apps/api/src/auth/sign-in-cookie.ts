import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '@app/platform/config/config.js';
import type { CalledFrom, SignInPlace } from '@app/clinics/sign-ins/sign-in.types.js';
import { cookieOf, setCookie } from '../http/cookies.js';

const TOKEN = /^[\w-]{43}$/;

/**
 * The cookie that holds a sign-in's token. Over https its name binds it to this host (`__Host-`); browsers
 * refuse that name over http, which only a local machine may use.
 */
@Injectable()
export class SignInCookie {
  private readonly secure: boolean;
  readonly name: string;

  constructor(config: Config) {
    this.secure = config.BASE_URL.startsWith('https://');
    this.name = this.secure ? '__Host-signin' : 'signin';
  }

  /** The token that the request carries; undefined when there is none, or something that is no token. */
  tokenOf(request: FastifyRequest): string | undefined {
    const value = cookieOf(request, this.name);
    return value && TOKEN.test(value) ? value : undefined;
  }

  set(reply: FastifyReply, token: string): void {
    setCookie(reply, { name: this.name, value: token, path: '/', secure: this.secure });
  }

  clear(reply: FastifyReply): void {
    setCookie(reply, { name: this.name, value: '', path: '/', secure: this.secure, maxAge: 0 });
  }
}

/** Where a request comes from, for the list of sign-ins. */
export function placeOf(request: FastifyRequest): SignInPlace {
  return { ip: request.ip, userAgent: request.headers['user-agent'] };
}

/** Where a request comes from, for the audit log. */
export function calledFrom({ id, ip }: FastifyRequest): CalledFrom {
  return { requestId: id, ip };
}
