import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { ClientPageService } from '@app/course/client-page.service.js';
import { PaceDesk } from '../pace/pace-desk.js';
import { ReplyVisits, type Visit } from '../reply-visits.js';
import { sendPage } from '../send-page.js';
import type { FormProps } from '../views/props.js';
import { type WordsScreen, WordsScreens } from './words-screens.js';
import { WordsWays } from './words-ways.js';

/** A page of the client's own words; where what it would show is read first. */
export type WordsView = (screen: WordsScreen) => ReactElement | Promise<ReactElement>;

/** A request for a page of the client's own words. */
export interface WordsRequest {
  mailingId: string;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Lets a client who came in by their link see their own words, and nobody else. Writes nothing. */
@Injectable()
export class WordsDesk {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly pages: ClientPageService,
    private readonly pace: PaceDesk,
    private readonly ways: WordsWays,
    readonly screens: WordsScreens,
  ) {}

  /** Only behind a link of this kind that was spent: a question's own link lets somebody write, not read. */
  async visitOf({ request, mailingId }: WordsRequest): Promise<Visit | null> {
    const visit = await this.visits.of(request, mailingId);
    return visit?.entry.kind === 'my_words' ? visit : null;
  }

  async show(asked: WordsRequest, view: WordsView): Promise<FastifyReply> {
    const visit = await this.visitOf(asked);
    if (!visit) return this.without(asked);
    return visit.entry.purpose === 'reply'
      ? this.page(visit, asked.reply, view)
      : this.toOpen(visit, asked.reply);
  }

  /** Who is in care no more is shown none of it. */
  async page(visit: Visit, reply: FastifyReply, view: WordsView, status = 200): Promise<FastifyReply> {
    const page = await this.pages.read(visit.entry);
    if (!page.client.isInCare) return this.pace.gone(visit, reply);
    const screen = { page, mailingId: visit.entry.mailingId, form: await this.formOf(visit) };
    return sendPage(reply, await view(screen), status);
  }

  gone(visit: Visit, reply: FastifyReply): Promise<FastifyReply> {
    return this.pace.gone(visit, reply);
  }

  /** What stands before it: the button that spends the link. */
  async toOpen({ entry, ...visit }: Visit, reply: FastifyReply, status = 200): Promise<FastifyReply> {
    const form = await this.visits.formOf({ entry, ...visit }, 'open');
    return sendPage(
      reply,
      await this.screens.open(entry, { ...form, action: actionOf(entry.mailingId) }),
      status,
    );
  }

  /** No link, or one whose time is over. */
  async without({ mailingId, request, reply }: WordsRequest, status = 200): Promise<FastifyReply> {
    const lapsed = await this.ways.lapsed(request, mailingId);
    if (lapsed) return sendPage(reply, await this.screens.lapsed(lapsed, mailingId), 410);
    return this.ways.noVisit.answer(request, reply, { mailingId, status });
  }

  private async formOf(visit: Visit): Promise<FormProps> {
    return { ...(await this.visits.formOf(visit, 'answer')), action: actionOf(visit.entry.mailingId) };
  }
}

function actionOf(mailingId: string): string {
  return `/r/p/${mailingId}/words`;
}
