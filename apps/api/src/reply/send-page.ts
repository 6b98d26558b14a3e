import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { renderPage } from './views/render-page.js';

/** Sends one page. Headers of privacy and caching stand on every answer under /r already. */
export function sendPage(reply: FastifyReply, page: ReactElement, status = 200): FastifyReply {
  return reply.status(status).header('content-type', 'text/html; charset=utf-8').send(renderPage(page));
}
