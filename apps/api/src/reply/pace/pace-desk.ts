import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { ClientPageService } from '@app/course/client-page.service.js';
import { ReplyPlaceService } from '@app/course/reply-place.service.js';
import { ReplyFrames } from '../reply-frames.js';
import { ReplyVisits, type Visit } from '../reply-visits.js';
import { sendPage } from '../send-page.js';
import { gonePage } from './gone-pages.js';
import { PaceScreens, type PaceScreen } from './pace-screens.js';

/** A page of the pace, or where to go instead of it: what it would say does not hold. */
export type PaceView = (screen: PaceScreen, screens: PaceScreens) => ReactElement | string;

/** Shows the pages about the e-mails to a client who came in by a link. Writes nothing. */
@Injectable()
export class PaceDesk {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly pages: ClientPageService,
    private readonly places: ReplyPlaceService,
    private readonly frames: ReplyFrames,
    private readonly screens: PaceScreens,
  ) {}

  /** The visit of a browser with a live link, but for a fresh one that is not spent; null for none. */
  async visitOf(request: FastifyRequest, mailingId: string): Promise<Visit | null> {
    const visit = await this.visits.of(request, mailingId);
    return visit && visit.entry.purpose !== 'fresh' && visit.entry.purpose !== 'my-words' ? visit : null;
  }

  /** The page of a mailing that belongs to no prompt. */
  root(visit: Visit, reply: FastifyReply): Promise<FastifyReply> {
    const isOptIn = visit.entry.kind === 'opt_in';
    return this.show(visit, reply, (screen, screens) =>
      isOptIn ? screens.optIn(screen) : screens.standing(screen),
    );
  }

  /** Who is in care no more is shown none of it, whatever was asked for. */
  async show(visit: Visit, reply: FastifyReply, view: PaceView, status = 200): Promise<FastifyReply> {
    const { entry } = visit;
    const page = await this.pages.read(entry);
    if (!page.client.isInCare) return this.gone(visit, reply);
    const screen = { page, mailingId: entry.mailingId, form: await this.visits.formOf(visit, 'answer') };
    const shown = view(screen, this.screens);
    if (typeof shown === 'string') return reply.redirect(`/r/p/${entry.mailingId}${shown}`, 303);
    return sendPage(reply, shown, status);
  }

  /** Every link of somebody out of care leads here. `unsent`: a draft that this browser still holds. */
  async gone(visit: Visit, reply: FastifyReply, unsent: string | null = null): Promise<FastifyReply> {
    const { status } = await this.pages.read(visit.entry);
    const frame = this.frames.ofPlace(await this.places.ofEntry(visit.entry));
    return sendPage(reply, gonePage(frame, status, unsent), 410);
  }
}
