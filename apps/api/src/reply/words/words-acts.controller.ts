import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MyWordsRequestsService } from '@app/course/my-words-requests.service.js';
import { Public } from '../../auth/public.decorator.js';
import { postedFields } from '../answer-fields.js';
import { NoVisit } from '../no-visit.js';
import { ReplyVisits } from '../reply-visits.js';
import { sendPage } from '../send-page.js';
import { WordsActs } from './words-acts.js';
import { WordsScreens } from './words-screens.js';

/** Asking for the link, and everything that is done behind it: each a POST with the nonce of its page. */
@Controller('r/p/:mailingId')
@Public()
@ApiExcludeController()
export class WordsActsController {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly requests: MyWordsRequestsService,
    private readonly acts: WordsActs,
    private readonly screens: WordsScreens,
    private readonly noVisit: NoVisit,
  ) {}

  /** The same answer whether a link could be sent or not. */
  @Post('words-link')
  @HttpCode(200)
  async ask(
    @Param('mailingId') mailingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.visits.of(request, mailingId);
    if (!visit) return this.noVisit.answer(request, reply, { mailingId, status: 404 });
    const group = await this.visits.groupOf(visit, postedFields(request.body).nonce);
    if (group !== 'answer' && group !== 'change') {
      const form = await this.visits.formOf(visit, 'answer');
      return sendPage(reply, await this.screens.ask(visit.entry, form), 403);
    }
    await this.requests.request(visit.entry);
    return sendPage(reply, await this.screens.asked(visit.entry));
  }

  @Post('words')
  @HttpCode(200)
  act(
    @Param('mailingId') mailingId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.acts.carryOut({ mailingId, request, reply });
  }
}
