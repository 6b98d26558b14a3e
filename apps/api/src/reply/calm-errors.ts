import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type PostedFields, postedFields } from './answer-fields.js';
import { NoCookieScreens } from './no-cookie-screens.js';
import {
  CHOICE_FIELD,
  FEELS_SAFE_FIELD,
  ITEM_FIELD,
  RATING_FIELD,
  SIGNS_FIELD,
  THREAD_FIELD,
  THREAD_NAME_FIELD,
} from './views/field-names.js';
import type { AgainProps, ErrorPageProps } from './views/props.js';
import { renderPage } from './views/render-page.js';

/**
 * Whatever goes wrong below /r and /c, and wherever (an address that does not exist, a body that cannot be read, a
 * database that is away), a client gets a page with help on it, and what they typed. The front door words
 * every error as problem+json; here it becomes that page, on its way out.
 */
@Injectable()
export class CalmErrors {
  constructor(private readonly screens: NoCookieScreens) {}

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onSend', (request, reply, payload, done) => {
      if (!isProblem(request, reply)) return done(null, payload);
      const posted = postedFields(request.body);
      const again = reply.statusCode >= 500 ? againFor(request, posted) : null;
      const page = renderPage(this.screens.error(kindOf(reply.statusCode), posted.words || null, again));
      void reply.header('content-type', 'text/html; charset=utf-8').removeHeader('content-length');
      done(null, page);
    });
  }
}

/** When the fault was ours, the same post can be made once more: a double one sends the first. */
function againFor({ method, url }: FastifyRequest, posted: PostedFields): AgainProps | null {
  if (method !== 'POST' || !/^\/r\/p\/[0-9a-f-]{36}$/.test(url) || posted.nonce === '') return null;
  const one = ['nonce', 'act', 'page', 'wait'] as const;
  const choices = Object.entries(posted.choices).flatMap(([id, options]) =>
    options.map((option) => [CHOICE_FIELD + id, option] as const),
  );
  return {
    action: url,
    words: posted.words,
    fields: [
      ...one.map((name) => [name, posted[name]] as const).filter(([, value]) => value !== ''),
      ...Object.entries(posted.checkIns),
      ...posted.chips.map((chip) => ['chips', chip] as const),
      ...choices,
      ...Object.entries(posted.ratings).map(([id, value]) => [RATING_FIELD + id, value] as const),
      ...Object.entries(posted.items).map(([id, value]) => [ITEM_FIELD + id, value] as const),
      ...posted.signs.map((sign) => [SIGNS_FIELD, sign] as const),
      ...(posted.feelsSafe === '' ? [] : [[FEELS_SAFE_FIELD, posted.feelsSafe] as const]),
      ...(posted.thread === null
        ? []
        : [[THREAD_FIELD, 'yes'] as const, [THREAD_NAME_FIELD, posted.thread] as const]),
    ],
  };
}

function isProblem({ url, headers }: FastifyRequest, reply: FastifyReply): boolean {
  const type = String(reply.getHeader('content-type') ?? '');
  const isScript = headers.accept?.includes('application/json') ?? false;
  return /^\/[rc](\/|$|\?)/.test(url) && type.startsWith('application/problem+json') && !isScript;
}

function kindOf(status: number): ErrorPageProps['kind'] {
  if (status === 404) return 'not-found';
  if (status === 429) return 'too-many';
  if (status === 503) return 'unavailable';
  return status >= 500 ? 'failed' : 'refused';
}
