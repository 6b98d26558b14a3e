import type { FastifyReply, FastifyRequest } from 'fastify';

/** Every cookie of ours is HttpOnly and SameSite=Lax; its value is base64url or empty. */
export interface CookieWishes {
  name: string;
  value: string;
  path: string;
  /** Sent over https only. */
  secure: boolean;
  /** Lifetime in seconds; without it the cookie ends with the browser, with 0 at once. */
  maxAge?: number;
}

const VALUE = /^[\w-]*$/;
const NAME = /^[\w-]+$/;
const PATH = /^\/[\w/-]*$/;

/** The value of a cookie of the request (RFC 6265, 4.2); the first one when a name comes twice. */
export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}

/** Adds a `Set-Cookie` to the answer. @throws Error for a name, value or path that could break out of the header */
export function setCookie(reply: FastifyReply, { name, value, path, secure, maxAge }: CookieWishes): void {
  if (!NAME.test(name) || !VALUE.test(value) || !PATH.test(path)) throw new Error('A cookie is malformed.');
  const lifetime = maxAge === undefined ? '' : `; Max-Age=${Math.max(0, Math.floor(maxAge))}`;
  const parts = `${name}=${value}; Path=${path}; HttpOnly; SameSite=Lax${lifetime}${secure ? '; Secure' : ''}`;
  void reply.header('set-cookie', parts);
}
