import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReplyCourseService, type SubmitOutcome } from '@app/course/reply-course.service.js';
import { ReplyPageService } from '@app/course/reply-page.service.js';
import type { ReplyState } from '@app/course/reply-page.js';
import { type SetAsideOutcome, ReplySetAsideService } from '@app/course/reply-set-aside.service.js';
import { wordsIn } from '@app/design/words/say.js';
import { timeWords } from '@app/design/words/when.js';
import { onlyTells, pageNumber, pagesOf } from '@app/plans/pages.rules.js';
import { mergedAnswer } from '@app/reflections/answer-pages.rules.js';
import { isEmpty } from '@app/reflections/reflection-body.js';
import { readAnswer, waitChoice, waitOf } from './answer-fields.js';
import { ReplyCookies } from './reply-cookies.js';
import { type Desk, givenBefore, type PromptPost, shownAt, wantsJson, withoutAnswer } from './reply-desk.js';
import { ReplyScreens } from './reply-screens.js';
import type { Screen } from './screen.types.js';
import { type PromptVisit, ReplyVisits } from './reply-visits.js';
import { sendPage } from './send-page.js';
import type { AnswerProblem, ClosedPageProps } from './views/props.js';

export type { Post, PromptPost } from './reply-desk.js';

const CLOSED: Record<ReplyState, ClosedPageProps['kind']> = {
  open: 'expired',
  answered: 'answered',
  skipped: 'expired',
  expired: 'expired',
  withdrawn: 'withdrawn',
  ended: 'ended',
};

/** Carries out what a client chose. Whatever goes wrong, what was typed is shown again. */
@Injectable()
export class ReplyActs {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly cookies: ReplyCookies,
    private readonly pages: ReplyPageService,
    private readonly course: ReplyCourseService,
    private readonly setAside: ReplySetAsideService,
    private readonly screens: ReplyScreens,
  ) {}

  async carryOut(post: PromptPost): Promise<FastifyReply> {
    const { visit, posted } = post;
    const group = await this.visits.groupOf(visit, posted.nonce);
    const screen = await this.screenOf(visit, group === 'change' ? 'change' : 'answer');
    const { asked } = screen.page;
    const read = readAnswer(posted, asked);
    const number = pageNumber(asked, posted.page);
    const part = pagesOf(asked)[number - 1];
    const answer = part
      ? mergedAnswer(givenBefore(screen, group === 'change'), read.answer, part)
      : read.answer;
    const desk: Desk = { ...post, screen, answer, number, group: group === 'change' ? 'change' : 'answer' };
    if (group !== 'answer' && group !== 'change') return this.again(desk, 403, { code: 'pageTooOld' });
    // Nothing that is wrong with the words may stand between a person and their call.
    if (posted.act === 'call-me') return this.requestCall(read.problem ? withoutAnswer(desk) : desk);
    if (screen.page.state === 'ended') return this.closed(desk, 'ended');
    if (!part) return this.back(desk);
    desk.callAsked = await this.callOnTheWay(desk, read.problem !== null);
    if (read.problem) return this.again(desk, read.status, read.problem);
    switch (posted.act) {
      case 'send':
      case 'change':
      case 'nothing':
        return this.send(desk);
      case 'continue':
        return this.turnTo(desk, number + 1);
      case 'back':
        return this.turnTo(desk, number - 1);
      case 'save':
        return this.save(desk);
      case 'tonight':
      case 'tomorrow':
        return this.snooze(desk, posted.act);
      case 'skip':
        return this.skip(desk);
      default:
        return this.again(desk, 400, { code: 'notSent' });
    }
  }

  /** "Can this wait?", "call me": asked for first, so that it stands whatever becomes of the words. */
  private async callOnTheWay(desk: Desk, hasProblem: boolean): Promise<boolean> {
    const { posted, visit, screen } = desk;
    if (posted.act !== 'send' || waitChoice(posted.wait) !== 'call-me') return false;
    if (!screen.page.client.isInCare) return false;
    const { answer } = hasProblem ? withoutAnswer(desk) : desk;
    await this.setAside.requestCall(visit.entry, this.browserOf(desk), answer);
    return true;
  }

  /** To another page of the prompt. What was given travels as the draft of this browser, or in the form. */
  private async turnTo(desk: Desk, wanted: number): Promise<FastifyReply> {
    const { visit, answer, screen, group, reply } = desk;
    const { page } = screen;
    const number = pageNumber(page.asked, String(wanted));
    if (page.state === 'answered' && !page.sent?.isMine) return this.closed(desk, 'answered');
    if (!isEmpty(answer) || page.draft) {
      const outcome = await this.course.save(visit.entry, this.browserOf(desk), answer);
      if (outcome.kind === 'closed') return this.closed(desk, outcome.state);
      if (outcome.kind === 'elsewhere') {
        return sendPage(reply, this.screens.question(screen, { answer, number, carries: true }));
      }
    }
    return this.back(desk, `${group === 'change' ? '/change' : ''}?page=${number}`);
  }

  private async send(desk: Desk): Promise<FastifyReply> {
    const { visit, answer, posted, group, screen } = desk;
    const { asked } = screen.page;
    const submission = { asked, answer, nothing: posted.act === 'nothing', wait: waitOf(posted) };
    const browser = this.browserOf(desk);
    const outcome: SubmitOutcome =
      group === 'change'
        ? await this.course.change(visit.entry, browser, submission)
        : await this.course.submit(visit.entry, browser, submission);
    switch (outcome.kind) {
      case 'sent':
        return this.back(desk);
      case 'already':
        return this.sentBefore(desk);
      case 'empty':
        if (desk.callAsked) return this.back(desk, '/call');
        return sendPage(
          desk.reply,
          this.screens.question(screen, { ...shownAt(desk), nothingWritten: true }),
        );
      case 'read':
        return sendPage(desk.reply, this.screens.closed(screen, 'read', answer.words), 409);
      case 'closed':
        return this.closed(desk, outcome.state);
    }
  }

  /** The first one stands. Other words than it holds are not thrown away: they can be sent as a change. */
  private async sentBefore(desk: Desk): Promise<FastifyReply> {
    const { visit, answer, reply } = desk;
    const screen = await this.screenOf({ ...visit, browser: this.browserOf(desk) }, 'change');
    const { sent } = screen.page;
    if (!sent?.isMine) return sendPage(reply, this.screens.closed(screen, 'answered', answer.words), 409);
    if (answer.words === '' || answer.words === sent.body.words) return this.back(desk);
    if (sent.firstReadAt) return sendPage(reply, this.screens.closed(screen, 'read', answer.words), 409);
    return sendPage(reply, this.screens.question(screen, shownAt(desk)), 409);
  }

  private async save(desk: Desk): Promise<FastifyReply> {
    const { visit, answer, reply, screen } = desk;
    const { page } = screen;
    if (page.state === 'answered' && !page.sent?.isMine) return this.closed(desk, 'answered');
    const outcome = await this.course.save(visit.entry, this.browserOf(desk), answer);
    if (outcome.kind === 'closed') return this.closed(desk, outcome.state);
    if (wantsJson(desk)) {
      const time = timeWords(page.now, page.client);
      const saved = outcome.kind === 'saved' ? wordsIn(page.client.locale)('answer.savedAt', { time }) : null;
      return reply.status(saved ? 200 : 409).send({ saved });
    }
    if (outcome.kind === 'elsewhere')
      return sendPage(reply, this.screens.elsewhere(screen, answer.words), 409);
    return this.back(desk, '/saved');
  }

  private async snooze(desk: Desk, choice: 'tonight' | 'tomorrow'): Promise<FastifyReply> {
    const { visit, answer, screen } = desk;
    const { timeZone, quietFrom, quietTo } = screen.page.client;
    const clock = { timeZone, quietFrom, quietTo };
    return this.wasSetAside(
      desk,
      await this.setAside.snooze(visit.entry, this.browserOf(desk), { choice, clock, answer }),
    );
  }

  private async skip(desk: Desk): Promise<FastifyReply> {
    return this.wasSetAside(
      desk,
      await this.setAside.skip(desk.visit.entry, this.browserOf(desk), desk.answer),
    );
  }

  private wasSetAside(desk: Desk, outcome: SetAsideOutcome): FastifyReply {
    switch (outcome.kind) {
      case 'skipped':
        return this.back(desk);
      case 'snoozed':
        return this.back(desk, '/later');
      case 'closed':
        return this.closed(desk, outcome.state);
    }
  }

  private async requestCall(desk: Desk): Promise<FastifyReply> {
    if (!desk.screen.page.client.isInCare) return this.back(desk);
    const { already } = await this.setAside.requestCall(desk.visit.entry, this.browserOf(desk), desk.answer);
    return this.back(desk, already ? '/call?again=' : '/call');
  }

  /** The question once more, with what was typed and what was wrong. */
  private again(desk: Desk, status: number, problem: AnswerProblem): FastifyReply {
    const { screen, answer, reply } = desk;
    const { page } = screen;
    if (wantsJson(desk)) return reply.status(status).send({ saved: null });
    if (onlyTells(page.asked)) return sendPage(reply, this.screens.information(screen), status);
    const isOpen = page.state === 'open' || (page.sent?.isMine && !page.sent.firstReadAt);
    if (!isOpen)
      return sendPage(reply, this.screens.closed(screen, CLOSED[page.state], answer.words), status);
    return sendPage(reply, this.screens.question(screen, { ...shownAt(desk), problem }), status);
  }

  private closed(desk: Desk, state: ReplyState): FastifyReply {
    const { reply, screen, answer } = desk;
    if (wantsJson(desk)) return reply.status(410).send({ saved: null });
    return sendPage(reply, this.screens.closed(screen, CLOSED[state], answer.words), 410);
  }

  /** To a page that can be loaded again without sending anything twice. */
  private back({ reply, screen }: Desk, path = ''): FastifyReply {
    return reply.redirect(`/r/p/${screen.mailingId}${path}`, 303);
  }

  private async screenOf(visit: PromptVisit, group: 'answer' | 'change'): Promise<Screen> {
    const page = await this.pages.read(visit.entry, visit.browser);
    return { page, mailingId: visit.entry.mailingId, form: await this.visits.formOf(visit, group) };
  }

  private browserOf({ request, reply, visit }: Desk) {
    return (visit.browser ??= this.cookies.namedBrowser(request, reply));
  }
}
