import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { renderPage } from './views/render-page.js';

/** Sends one page. Headers of privacy and caching stand on every answer under /r already. */
export function sendPage(reply: FastifyReply, page: ReactElement, status = 200): FastifyReply {
  void reply.status(status).headers({ 'content-type': 'text/html; charset=utf-8', vary: 'accept-encoding' });
  const html = renderPage(page);
  // Safe beside the nonce (BREACH): an outsider can put nothing of theirs into a page that has one.
  if (takesGzip(reply.request)) return reply.header('content-encoding', 'gzip').send(gzipSync(html));
  return reply.send(html);
}

export function takesGzip({ headers }: FastifyRequest): boolean {
  return /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
}
