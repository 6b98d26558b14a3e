import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReplyPageService } from '@app/course/reply-page.service.js';
import { UnaskedCourseService } from '@app/course/unasked-course.service.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { readAnswer, waitChoice, waitOf } from '../reply/answer-fields.js';
import { ReplyCookies } from '../reply/reply-cookies.js';
import type { Post } from '../reply/reply-desk.js';
import { ReplyScreens } from '../reply/reply-screens.js';
import type { Screen } from '../reply/screen.types.js';
import { ReplyVisits } from '../reply/reply-visits.js';
import { sendPage } from '../reply/send-page.js';
import type { FormProps } from '../reply/views/props.js';
import { type ShownUnasked, UnaskedScreens } from './unasked-screens.js';

/** Carries out what a client does on the page for something unasked. What was typed is shown again. */
@Injectable()
export class UnaskedActs {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly cookies: ReplyCookies,
    private readonly pages: ReplyPageService,
    private readonly course: UnaskedCourseService,
    private readonly screens: UnaskedScreens,
    private readonly replies: ReplyScreens,
  ) {}

  async carryOut(post: Post): Promise<FastifyReply> {
    return post.visit.entry.purpose === 'unasked' ? this.open(post) : this.act(post);
  }

  /** By its button only, because scanners open links too. */
  private async open(post: Post): Promise<FastifyReply> {
    const { visit, posted, request, reply } = post;
    const { entry, token } = visit;
    if ((await this.visits.groupOf(visit, posted.nonce)) !== 'open') {
      const form = await this.visits.formOf(visit, 'open');
      return sendPage(reply, await this.screens.open(entry.clinicId, form), 403);
    }
    this.cookies.namedBrowser(request, reply);
    const pageToken = await this.course.open(entry, token);
    if (!pageToken) throw new NotFound('link');
    this.cookies.letIn(reply, entry.mailingId, pageToken);
    return this.back(post);
  }

  private async act(post: Post): Promise<FastifyReply> {
    const { visit, posted } = post;
    const page = await this.pages.readUnasked(visit.entry, visit.browser);
    const form = await this.visits.formOf(visit, 'answer');
    const screen: Screen = { page, mailingId: visit.entry.mailingId, form, isUnasked: true };
    const { answer, ...read } = readAnswer(posted, page.asked);
    const again = (status: number, shown: ShownUnasked) =>
      this.again(post, screen, status, { ...shown, words: answer.words, wait: waitChoice(posted.wait) });
    if ((await this.visits.groupOf(visit, posted.nonce)) !== 'answer')
      return again(403, { problem: { code: 'pageTooOld' } });
    const callAsked = page.client.isInCare && wantsCall(post);
    // Nothing that is wrong with the words may stand between a person and their call.
    if (callAsked) await this.course.requestCall(visit.entry);
    if (posted.act === 'call-me') return again(200, { callAsked });
    if (read.problem) return again(read.status, { problem: read.problem, callAsked });
    if (posted.act !== 'send') return again(400, { problem: { code: 'notSent' } });
    const browser = (visit.browser ??= this.cookies.namedBrowser(post.request, post.reply));
    switch (await this.course.submit(visit.entry, browser, { words: answer.words, wait: waitOf(posted) })) {
      case 'sent-and-found':
        return this.askIfSafe(post, form);
      case 'sent':
      case 'already':
        return this.back(post);
      case 'empty':
        return again(200, callAsked ? { callAsked } : { nothingWritten: true });
      case 'closed':
        return sendPage(post.reply, this.replies.closed(screen, 'ended', answer.words), 410);
    }
  }

  /** Once, where it was sent: the page can be opened again without being asked again. */
  private async askIfSafe({ visit, reply }: Post, form: FormProps): Promise<FastifyReply> {
    const page = await this.pages.readUnasked(visit.entry, visit.browser);
    const screen: Screen = { page, mailingId: visit.entry.mailingId, form, isUnasked: true };
    return sendPage(reply, this.replies.thanks(screen, { asksSafe: true }));
  }

  private again(post: Post, screen: Screen, status: number, shown: ShownUnasked): FastifyReply {
    const { reply } = post;
    const { state } = screen.page;
    if (state === 'open') return sendPage(reply, this.screens.page(screen, shown), status);
    if (shown.callAsked) return this.back(post);
    const kind = state === 'answered' ? 'answered' : 'ended';
    return sendPage(reply, this.replies.closed(screen, kind, shown.words), status);
  }

  /** To a page that can be loaded again without sending anything twice. */
  private back({ visit, reply }: Post): FastifyReply {
    return reply.redirect(`/r/p/${visit.entry.mailingId}`, 303);
  }
}

function wantsCall({ posted }: Post): boolean {
  return posted.act === 'call-me' || (posted.act === 'send' && waitChoice(posted.wait) === 'call-me');
}
