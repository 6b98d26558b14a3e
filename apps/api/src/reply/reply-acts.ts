import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReplyCourseService, type SubmitOutcome } from '@app/course/reply-course.service.js';
import type { ReplyState } from '@app/course/reply-page.js';
import { type SetAsideOutcome, ReplySetAsideService } from '@app/course/reply-set-aside.service.js';
import { wordsIn } from '@app/design/words/say.js';
import { timeWords } from '@app/design/words/when.js';
import { onlyTells, pageNumber, pagesOf } from '@app/plans/pages.rules.js';
import { tellsAtOnce } from '@app/reflections/answer-safety.rules.js';
import { isEmpty } from '@app/reflections/reflection-body.js';
import { waitChoice, waitOf } from './answer-fields.js';
import { type Desk, type PromptPost, shownAt, wantsJson, withoutAnswer } from './reply-desk.js';
import { ReplyDesks } from './reply-desks.js';
import { ReplySafetyActs } from './reply-safety-acts.js';
import { ReplyScreens } from './reply-screens.js';
import { ReplySending } from './reply-sending.js';
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
    private readonly desks: ReplyDesks,
    private readonly course: ReplyCourseService,
    private readonly setAside: ReplySetAsideService,
    private readonly screens: ReplyScreens,
    private readonly safety: ReplySafetyActs,
    private readonly sending: ReplySending,
  ) {}

  async carryOut(post: PromptPost): Promise<FastifyReply> {
    if (await this.sending.sent(post)) return post.reply.redirect(`/r/p/${post.visit.entry.mailingId}`, 303);
    const desk = await this.desks.of(post);
    const { posted, screen, refusal, number } = desk;
    if (!desk.isOurs) return this.again(desk, 403, { code: 'pageTooOld' });
    // Before anything else: it stands whatever becomes of the rest.
    desk.heeded = await this.safety.heed(desk);
    if (posted.act === 'feels-safe') return this.safety.answered(desk);
    // Nothing that is wrong with the words may stand between a person and their call.
    if (posted.act === 'call-me') return this.requestCall(refusal ? withoutAnswer(desk) : desk);
    if (screen.page.state === 'ended') return this.closed(desk, 'ended');
    if (!desk.part) return this.back(desk);
    desk.callAsked = await this.callOnTheWay(desk);
    if (refusal) return this.again(desk, refusal.status, refusal.problem);
    switch (posted.act) {
      case 'send':
      case 'change':
      case 'nothing':
        return this.send(desk);
      case 'continue':
        return this.turnTo(desk, number + 1);
      case 'leave-out':
        return this.turnTo(desk, number + 1);
      case 'back':
        return this.turnTo(desk, number - 1);
      case 'show':
        return this.turnTo(desk, number);
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
  private async callOnTheWay(desk: Desk): Promise<boolean> {
    const { posted, visit, screen } = desk;
    if (posted.act !== 'send' || waitChoice(posted.wait) !== 'call-me') return false;
    if (!screen.page.client.isInCare) return false;
    const { answer } = desk.refusal ? withoutAnswer(desk) : desk;
    await this.setAside.requestCall(visit.entry, this.desks.browserOf(desk), answer);
    return true;
  }

  /** To another page of the prompt. What was given travels as the draft of this browser, or in the form. */
  private async turnTo(desk: Desk, wanted: number): Promise<FastifyReply> {
    const { visit, answer, screen, group, reply } = desk;
    const { page } = screen;
    const number = pageNumber(pagesOf(page.asked, page.measure), String(wanted));
    const path = this.pathOf({ group, number });
    if (page.state === 'answered' && !page.sent?.isMine) return this.closed(desk, 'answered');
    if (!isEmpty(answer) || page.draft) {
      const outcome = await this.course.save(visit.entry, this.desks.browserOf(desk), answer);
      if (outcome.kind === 'closed') return this.closed(desk, outcome.state);
      if (outcome.kind === 'elsewhere') {
        const next = this.screens.question(screen, { answer, number, carries: true });
        return this.safety.instead(desk, path) ?? sendPage(reply, next);
      }
    }
    return this.back(desk, path);
  }

  private async send(desk: Desk): Promise<FastifyReply> {
    const { visit, answer, posted, group, screen } = desk;
    const { asked } = screen.page;
    const submission = { asked, answer, nothing: posted.act === 'nothing', wait: waitOf(posted) };
    const browser = this.desks.browserOf(desk);
    const outcome: SubmitOutcome =
      group === 'change'
        ? await this.course.change(visit.entry, browser, submission)
        : await this.course.submit(visit.entry, browser, submission);
    const help = this.safety.instead(desk, '');
    if (help) return help;
    switch (outcome.kind) {
      case 'sent':
        return outcome.phraseFound ? this.askIfSafe(desk) : this.back(desk);
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

  /** Once, where it was sent: the page can be opened again without being asked again. */
  private async askIfSafe(desk: Desk): Promise<FastifyReply> {
    const screen = await this.desks.screenOf(desk.visit, 'change');
    return sendPage(desk.reply, this.screens.thanks(screen, { asksSafe: true }));
  }

  /** The first one stands. Other words than it holds are not thrown away: they can be sent as a change. */
  private async sentBefore(desk: Desk): Promise<FastifyReply> {
    const { visit, answer, reply } = desk;
    const browser = this.desks.browserOf(desk);
    const screen = await this.desks.screenOf({ ...visit, browser }, 'change');
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
    const outcome = await this.course.save(visit.entry, this.desks.browserOf(desk), answer);
    if (outcome.kind === 'closed') return this.closed(desk, outcome.state);
    if (wantsJson(desk)) {
      const time = timeWords(page.now, page.client);
      const say = wordsIn(page.client.locale);
      const told = tellsAtOnce(answer, page.measure);
      const words = say(told ? 'told.savedAt' : 'answer.savedAt', { time });
      const saved = outcome.kind === 'saved' ? words : null;
      return reply.status(saved ? 200 : 409).send({ saved });
    }
    if (outcome.kind === 'elsewhere') {
      const elsewhere = this.screens.elsewhere(screen, answer.words);
      return this.safety.instead(desk, this.pathOf(desk)) ?? sendPage(reply, elsewhere, 409);
    }
    return this.back(desk, '/saved');
  }

  private async snooze(desk: Desk, choice: 'tonight' | 'tomorrow'): Promise<FastifyReply> {
    const { visit, answer, screen } = desk;
    const { timeZone, quietFrom, quietTo } = screen.page.client;
    const clock = { timeZone, quietFrom, quietTo };
    return this.wasSetAside(
      desk,
      await this.setAside.snooze(visit.entry, this.desks.browserOf(desk), { choice, clock, answer }),
    );
  }

  private async skip(desk: Desk): Promise<FastifyReply> {
    return this.wasSetAside(
      desk,
      await this.setAside.skip(desk.visit.entry, this.desks.browserOf(desk), desk.answer),
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
    const browser = this.desks.browserOf(desk);
    const { already } = await this.setAside.requestCall(desk.visit.entry, browser, desk.answer);
    return this.back(desk, already ? '/call?again=' : '/call');
  }

  /** The question once more, with what was typed and what was wrong. */
  private again(desk: Desk, status: number, problem: AnswerProblem): FastifyReply {
    const { screen, answer, reply } = desk;
    const { page } = screen;
    if (wantsJson(desk)) return reply.status(status).send({ saved: null });
    if (onlyTells(page.asked)) return sendPage(reply, this.screens.information(screen), status);
    const isOpen = page.state === 'open' || (page.sent?.isMine && !page.sent.firstReadAt);
    const help = this.safety.instead(desk, isOpen ? this.pathOf(desk) : '');
    if (help) return help;
    if (!isOpen)
      return sendPage(reply, this.screens.closed(screen, CLOSED[page.state], answer.words), status);
    return sendPage(reply, this.screens.question(screen, { ...shownAt(desk), problem }), status);
  }

  private closed(desk: Desk, state: ReplyState): FastifyReply {
    const { reply, screen, answer } = desk;
    if (wantsJson(desk)) return reply.status(410).send({ saved: null });
    const closed = this.screens.closed(screen, CLOSED[state], answer.words);
    return this.safety.instead(desk, '') ?? sendPage(reply, closed, 410);
  }

  private pathOf({ group, number }: Pick<Desk, 'group' | 'number'>): string {
    return `${group === 'change' ? '/change' : ''}?page=${number}`;
  }

  /** To a page that can be loaded again without sending anything twice; help comes before it. */
  private back(desk: Desk, path = ''): FastifyReply {
    const { reply, screen } = desk;
    return this.safety.instead(desk, path) ?? reply.redirect(`/r/p/${screen.mailingId}${path}`, 303);
  }
}
