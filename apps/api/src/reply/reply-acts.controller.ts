import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth/public.decorator.js';
import { postedFields } from './answer-fields.js';
import { FreshLinkOpening } from './fresh-link-opening.js';
import { NoVisit } from './no-visit.js';
import { ReplyActs } from './reply-acts.js';
import { ReplyVisits } from './reply-visits.js';

/** Every act of a client is a POST behind a button, with the nonce of the page it came from. */
@Controller('r/p/:mailingId')
@Public()
@ApiExcludeController()
export class ReplyActsController {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly acts: ReplyActs,
    private readonly freshLinks: FreshLinkOpening,
    private readonly noVisit: NoVisit,
  ) {}

  @Post()
  @HttpCode(200)
  async act(@Param('mailingId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const posted = postedFields(request.body);
    const visit = await this.visits.of(request, id);
    // Without its cookie a browser is told nothing of what is here; what was typed is shown back.
    if (!visit)
      return this.noVisit.answer(request, reply, { mailingId: id, unsent: posted.words, status: 404 });
    const post = { visit, posted, request, reply };
    return visit.entry.purpose === 'fresh' ? this.freshLinks.open(post) : this.acts.carryOut(post);
  }
}
