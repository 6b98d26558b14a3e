import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FreshLinkRequestsService } from '@app/course/fresh-link-requests.service.js';
import { ReplyDoorService } from '@app/course/reply-door.service.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { Public } from '../auth/public.decorator.js';
import { NoCookieScreens } from './no-cookie-screens.js';
import { ReplyCookies } from './reply-cookies.js';
import { sendPage } from './send-page.js';

const TOKEN = /^[\w-]{43}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The way in: from a link of an e-mail to the clean address, and what can be had without a link. */
@Controller('r')
@Public()
@ApiExcludeController()
export class ReplyLinksController {
  constructor(
    private readonly door: ReplyDoorService,
    private readonly freshLinks: FreshLinkRequestsService,
    private readonly cookies: ReplyCookies,
    private readonly noCookie: NoCookieScreens,
  ) {}

  @Get('help')
  help(@Res() reply: FastifyReply): FastifyReply {
    return sendPage(reply, this.noCookie.help());
  }

  /** Sets cookies in this browser and leads to the clean address. Writes nothing on our side. */
  @Get(':token')
  enter(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.letIn(token, request, reply);
  }

  /** The second link of an e-mail: the same way in, to the page of rest, pace and stop. */
  @Get(':token/pace')
  enterToPace(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.letIn(token, request, reply, '/pace');
  }

  private async letIn(
    token: string,
    request: FastifyRequest,
    reply: FastifyReply,
    path = '',
  ): Promise<FastifyReply> {
    const entry = TOKEN.test(token) ? await this.door.entry(token) : null;
    if (!entry) return this.hasEnded(token, reply);
    if (entry.purpose === 'unsubscribe') throw new NotFound('link');
    this.cookies.letIn(reply, entry.mailingId, token);
    this.cookies.namedBrowser(request, reply);
    return reply.redirect(`/r/p/${entry.mailingId}${path}`, 303);
  }

  private async hasEnded(token: string, reply: FastifyReply): Promise<FastifyReply> {
    const ended = TOKEN.test(token) ? await this.door.ended(token) : null;
    if (!ended || ended.purpose === 'unsubscribe') throw new NotFound('link');
    return sendPage(reply, await this.noCookie.linkEnded(ended), 410);
  }

  /** The same answer for every address, known or not, but for where help is. */
  @Post('p/:mailingId/fresh-link')
  @HttpCode(200)
  async sendFreshLink(@Param('mailingId') mailingId: string, @Res() reply: FastifyReply) {
    if (!UUID.test(mailingId)) throw new NotFound('page');
    await this.freshLinks.request(mailingId);
    return sendPage(reply, await this.noCookie.linkSent(mailingId));
  }
}
