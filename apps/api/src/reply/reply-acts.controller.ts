import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '@app/platform/errors/errors.js';
import { Public } from '../auth/public.decorator.js';
import { postedFields } from './answer-fields.js';
import { FreshLinkOpening } from './fresh-link-opening.js';
import { NoVisit } from './no-visit.js';
import { PaceActs } from './pace/pace-acts.js';
import { ReplyActs } from './reply-acts.js';
import { isToPrompt, ReplyVisits } from './reply-visits.js';
import { UnaskedActs } from '../unasked/unasked-acts.js';

/** Every act of a client is a POST behind a button, with the nonce of the page it came from. */
@Controller('r/p/:mailingId')
@Public()
@ApiExcludeController()
export class ReplyActsController {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly acts: ReplyActs,
    private readonly pace: PaceActs,
    private readonly freshLinks: FreshLinkOpening,
    private readonly noVisit: NoVisit,
    private readonly unasked: UnaskedActs,
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
    if (this.pace.takes(post)) return this.pace.carryOut(post);
    if (visit.entry.kind === 'unasked') return this.unasked.carryOut(post);
    if (!isToPrompt(visit)) throw new NotFound('page');
    return visit.entry.purpose === 'fresh'
      ? this.freshLinks.open({ ...post, visit })
      : this.acts.carryOut({ ...post, visit });
  }
}
