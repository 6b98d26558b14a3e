import type { FastifyInstance } from 'fastify';

const MOST_BYTES = 1024 * 1024;

/** A message as a mail server hands it on. Private: nothing that looks at bodies looks at a million bytes one by one. */
export class RawMail {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  bytes(): Buffer {
    return this.#bytes;
  }
}

/** Takes whole messages, up to 1 MB (RFC 2046, 5.2.1; RFC 6532). */
export function takeMessages(fastify: FastifyInstance): void {
  const types = ['message/rfc822', 'message/global'];
  const options = { parseAs: 'buffer' as const, bodyLimit: MOST_BYTES };
  fastify.addContentTypeParser<Buffer>(types, options, (_request, bytes, done) => {
    done(null, new RawMail(bytes));
  });
}
