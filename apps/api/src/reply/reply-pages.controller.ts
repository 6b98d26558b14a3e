import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReplyPageService } from '@app/course/reply-page.service.js';
import { onlyTells, pageNumber, pagesOf } from '@app/plans/pages.rules.js';
import type { MailingKind } from '@app/prompts/mailing.types.js';
import { Public } from '../auth/public.decorator.js';
import { NoCookieScreens } from './no-cookie-screens.js';
import { NoVisit } from './no-visit.js';
import { PaceDesk } from './pace/pace-desk.js';
import { ReplyScreens } from './reply-screens.js';
import type { Screen } from './screen.types.js';
import { isAboutMails, isToPrompt, opensOnce, ReplyVisits } from './reply-visits.js';
import { sendPage } from './send-page.js';

/**
 * The pages of one mailing, at an address without the token. A GET changes nothing, ever: mail scanners open
 * links, and some run the pages.
 */
@Controller('r/p/:mailingId')
@Public()
@ApiExcludeController()
export class ReplyPagesController {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly pages: ReplyPageService,
    private readonly screens: ReplyScreens,
    private readonly noCookie: NoCookieScreens,
    private readonly noVisit: NoVisit,
    private readonly pace: PaceDesk,
  ) {}

  @Get()
  async open(
    @Param('mailingId') id: string,
    @Query('page') wanted: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.of(request, id);
    if (visit?.entry.kind === 'my_words') return reply.redirect(`/r/p/${id}/words`, 303);
    if (visit && opensOnce(visit))
      return sendPage(reply, await this.noCookie.open(visit.entry, await this.visits.formOf(visit, 'open')));
    if (visit && isAboutMails(visit)) return this.pace.root(visit, reply);
    const screen = await this.screenFor(request, id);
    if (!screen) return this.noVisit.answer(request, reply, { mailingId: id });
    if (visit && !screen.page.client.isInCare)
      return this.pace.gone(visit, reply, screen.page.draft?.words ?? null);
    return this.show(reply, screen, numberIn(screen, wanted));
  }

  /** What was sent, to be changed until somebody has read it. */
  @Get('change')
  async change(
    @Param('mailingId') id: string,
    @Query('page') wanted: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const screen = await this.screenFor(request, id, 'change');
    if (!screen) return this.noVisit.answer(request, reply, { mailingId: id });
    const { sent, draft } = screen.page;
    if (screen.page.state === 'ended') return reply.redirect(`/r/p/${id}`, 303);
    if (!sent?.isMine || screen.isUnasked) return this.show(reply, screen);
    if (sent.firstReadAt) return sendPage(reply, this.screens.closed(screen, 'read'));
    const number = numberIn(screen, wanted);
    return sendPage(reply, this.screens.question(screen, { answer: draft ?? sent.body, number }));
  }

  @Get('saved')
  async saved(@Param('mailingId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const screen = await this.screenFor(request, id);
    if (!screen?.page.draft || screen.page.state === 'ended') return reply.redirect(`/r/p/${id}`, 303);
    return sendPage(reply, this.screens.saved(screen));
  }

  @Get('later')
  async later(@Param('mailingId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const screen = await this.screenFor(request, id);
    if (!screen?.page.snoozedAt) return reply.redirect(`/r/p/${id}`, 303);
    return sendPage(reply, this.screens.setAside(screen, 'snoozed'));
  }

  @Get('call')
  async call(
    @Param('mailingId') id: string,
    @Query('again') again: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.of(request, id);
    if (visit && isAboutMails(visit)) {
      return this.pace.show(visit, reply, (one, screens) =>
        one.page.callRequestedAt ? screens.callRequested(one) : '',
      );
    }
    const screen = await this.screenFor(request, id);
    if (!screen?.page.callRequestedAt) return reply.redirect(`/r/p/${id}`, 303);
    return sendPage(reply, this.screens.callRequested(screen, again !== undefined));
  }

  @Get('who-reads')
  async whoReads(@Param('mailingId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const screen = await this.screenFor(request, id, 'answer', ['unasked', 'my_words']);
    if (!screen) return this.noVisit.answer(request, reply, { mailingId: id });
    if (!screen.page.client.isInCare) return reply.redirect(`/r/p/${id}`, 303);
    return sendPage(reply, this.screens.whoReads(screen));
  }

  private async screenFor(
    request: FastifyRequest,
    mailingId: string,
    group: 'answer' | 'change' = 'answer',
    besides: readonly MailingKind[] = ['unasked'],
  ): Promise<Screen | null> {
    const visit = await this.visits.of(request, mailingId);
    if (!visit || visit.entry.purpose !== 'reply') return null;
    const isUnasked = besides.includes(visit.entry.kind);
    if (!isUnasked && !isToPrompt(visit)) return null;
    const page = isToPrompt(visit)
      ? await this.pages.read(visit.entry, visit.browser)
      : await this.pages.readUnasked(visit.entry, visit.browser);
    return { page, mailingId, form: await this.visits.formOf(visit, group), isUnasked };
  }

  private show(reply: FastifyReply, screen: Screen, number = 1): FastifyReply {
    const { state, asked, sent } = screen.page;
    if (state !== 'ended' && onlyTells(asked)) return sendPage(reply, this.screens.information(screen));
    switch (state) {
      case 'open':
        return sendPage(reply, this.screens.question(screen, { number }));
      case 'answered':
        if (sent?.isMine) return sendPage(reply, this.screens.thanks(screen));
        return sendPage(reply, this.screens.closed(screen, 'answered'));
      case 'skipped':
        return sendPage(reply, this.screens.setAside(screen, 'skipped'));
      case 'expired':
      case 'withdrawn':
      case 'ended':
        return sendPage(reply, this.screens.closed(screen, state), 410);
    }
  }
}

function numberIn({ page: { asked, measure } }: Screen, wanted: unknown): number {
  return pageNumber(pagesOf(asked, measure), wanted);
}
