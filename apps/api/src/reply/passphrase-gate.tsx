import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ReplyLocksService } from '@app/course/reply-locks.service.js';
import { ReplyPlaceService } from '@app/course/reply-place.service.js';
import { TooManyTries } from '@app/platform/errors/errors.js';
import { postedFields } from './answer-fields.js';
import { printable } from './printable.js';
import { ReplyCookies } from './reply-cookies.js';
import { ReplyFrames } from './reply-frames.js';
import { ReplyVisits, type Visit } from './reply-visits.js';
import { sendPage } from './send-page.js';
import { PassphrasePage } from './views/passphrase-page.js';
import type { PassphrasePageProps } from './views/unasked-props.js';

const PAGES = '/r/p/:mailingId';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Of whom nothing is known, and who is told nothing. */
const OPEN = `${PAGES}/fresh-link`;

interface Gate {
  visit: Visit;
  request: FastifyRequest;
  reply: FastifyReply;
  /** The page below the mailing's address that is asked for. */
  to: string;
}

/**
 * Stands before every page of a mailing, whichever it is and whatever is posted to it: without the passphrase, where
 * there is one, neither a question nor a name nor a draft is read from the database.
 */
@Injectable()
export class PassphraseGate {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly cookies: ReplyCookies,
    private readonly locks: ReplyLocksService,
    private readonly frames: ReplyFrames,
    private readonly places: ReplyPlaceService,
  ) {}

  watch(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', async (request, reply) => {
      const gate = await this.gateOf(request, reply);
      if (gate) await this.stand(gate);
    });
  }

  private async gateOf(request: FastifyRequest, reply: FastifyReply): Promise<Gate | null> {
    // The pattern of the route, not the address: that can be spelled in many ways.
    const pattern = request.routeOptions.url ?? '';
    if (pattern !== PAGES && !pattern.startsWith(`${PAGES}/`)) return null;
    const { mailingId = '' } = request.params as { mailingId?: string };
    if (pattern === OPEN || !UUID.test(mailingId)) return null;
    const visit = await this.visits.of(request, mailingId);
    return visit && { visit, request, reply, to: pattern.slice(PAGES.length + 1) };
  }

  private async stand(gate: Gate): Promise<void> {
    const { visit, request, reply } = gate;
    const posted = request.method === 'POST' ? postedFields(request.body) : null;
    const isLocked = await this.locks.isLocked(visit.entry, visit.browser);
    if (posted?.act === 'unlock') return isLocked ? this.unlock(gate) : this.goOn(gate);
    if (!isLocked) return;
    if (request.headers.accept?.includes('application/json')) {
      await reply.status(403).send({ saved: null });
      return;
    }
    await this.ask(gate, { unsent: posted?.words ?? null, status: posted ? 403 : 200 });
  }

  private async unlock(gate: Gate): Promise<void> {
    const { visit, request, reply } = gate;
    const { nonce } = postedFields(request.body);
    if ((await this.visits.groupOf(visit, nonce)) !== 'unlock') return this.ask(gate, { status: 403 });
    const browser = this.cookies.namedBrowser(request, reply);
    try {
      const opens = await this.locks.unlock(visit.entry, browser, fieldOf(request.body, 'passphrase'));
      if (opens) return this.goOn(gate);
    } catch (error) {
      if (!(error instanceof TooManyTries)) throw error;
      const { retryAfterSeconds } = error;
      void reply.header('retry-after', String(retryAfterSeconds));
      return this.ask(gate, {
        status: 429,
        problem: { code: 'wait', minutes: Math.ceil(retryAfterSeconds / 60) },
      });
    }
    return this.ask(gate, { status: 403, problem: { code: 'wrong' } });
  }

  /** To the page that was asked for, which can then be loaded again. */
  private async goOn({ visit, request, reply }: Gate): Promise<void> {
    const to = fieldOf(request.body, 'to');
    const path = /^[a-z-]{1,30}$/.test(to) ? `/${to}` : '';
    await reply.redirect(`/r/p/${visit.entry.mailingId}${path}`, 303);
  }

  private async ask(
    { visit, request, reply, to }: Gate,
    {
      status = 200,
      problem = null,
      unsent = null,
    }: { status?: number; problem?: PassphrasePageProps['problem']; unsent?: string | null },
  ): Promise<void> {
    const place = await this.places.ofEntry(visit.entry);
    await sendPage(
      reply,
      <PassphrasePage
        frame={this.frames.ofNobody(place)}
        form={await this.visits.formOf(visit, 'unlock')}
        to={request.method === 'POST' ? fieldOf(request.body, 'to') : to}
        problem={problem}
        unsentWords={unsent && printable(unsent)}
      />,
      status,
    );
  }
}

function fieldOf(body: unknown, name: string): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : null;
  return typeof value === 'string' ? value : '';
}
