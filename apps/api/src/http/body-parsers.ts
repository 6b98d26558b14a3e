import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { formFields } from './form-fields.js';
import { UnreadableBody } from './malformed.js';

/** JSON for the API; forms for the client's pages and one-click unsubscribes (RFC 8058), fields only. */
export async function registerBodyParsers(fastify: FastifyInstance): Promise<void> {
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    done(null, readJson(text as string));
  });
  await fastify.register(formbody, { parser: formFields });
  await fastify.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { files: 0, fields: 50, fieldSize: 64 * 1024, parts: 50 },
  });
}

/** Callers send `content-type: application/json` with an empty body too: nothing is an object of nothing. */
function readJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return new UnreadableBody();
  }
}
