import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ClientPage, ClientPageService } from '@app/course/client-page.service.js';
import { ReplyShiftService } from '@app/course/reply-shift.service.js';
import { Public } from '../../auth/public.decorator.js';
import { NoVisit } from '../no-visit.js';
import { ReplyCookies } from '../reply-cookies.js';
import { ReplyVisits, type Visit } from '../reply-visits.js';
import { sendPage } from '../send-page.js';
import { ShiftScreens } from './shift-screens.js';
import { loggedShift, shiftStep } from './shift-steps.rules.js';

interface Guest {
  visit: Visit;
  page: ClientPage;
}

/** Three taps about a small shift, behind any live link of the client. The first two change nothing. */
@Controller('r/p/:mailingId/shift')
@Public()
@ApiExcludeController()
export class ShiftController {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly cookies: ReplyCookies,
    private readonly pages: ClientPageService,
    private readonly shifts: ReplyShiftService,
    private readonly screens: ShiftScreens,
    private readonly noVisit: NoVisit,
  ) {}

  @Get()
  async open(
    @Param('mailingId') id: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const guest = await this.guestOf(request, id);
    if (!guest) return this.turnAway(request, reply, id);
    const screen = { page: guest.page, mailingId: id, form: await this.visits.formOf(guest.visit, 'answer') };
    if ('done' in query) return sendPage(reply, this.screens.noted(screen));
    return sendPage(reply, this.screens.step(screen, shiftStep(query)));
  }

  @Post()
  @HttpCode(200)
  async keep(@Param('mailingId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const guest = await this.guestOf(request, id);
    if (!guest) return this.turnAway(request, reply, id);
    const { body } = request;
    const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    const { visit } = guest;
    const shift = loggedShift(fields);
    const isOurs = (await this.visits.groupOf(visit, textOf(fields.nonce))) === 'answer';
    // Shown anew, it can be tapped once more.
    if (!isOurs || !shift) return reply.redirect(`/r/p/${id}/shift`, 303);
    const browser = this.cookies.namedBrowser(request, reply);
    await this.shifts.log(visit.entry, browser, shift, textOf(fields.once).slice(0, 64));
    return reply.redirect(`/r/p/${id}/shift?done=`, 303);
  }

  /** Whoever came by a link that is opened and stands for a client in care. */
  private async guestOf(request: FastifyRequest, id: string): Promise<Guest | null> {
    const visit = await this.visits.of(request, id);
    if (!visit || !['reply', 'start-again'].includes(visit.entry.purpose)) return null;
    const page = await this.pages.read(visit.entry);
    return page.client.isInCare ? { visit, page } : null;
  }

  /** To the page of the mailing, where there is one: it says what there is. */
  private async turnAway(request: FastifyRequest, reply: FastifyReply, id: string): Promise<FastifyReply> {
    const visit = await this.visits.of(request, id);
    return visit ? reply.redirect(`/r/p/${id}`, 303) : this.noVisit.answer(request, reply, { mailingId: id });
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
