import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReplyCourseService, type SubmitOutcome } from '@app/course/reply-course.service.js';
import { ReplyPageService } from '@app/course/reply-page.service.js';
import type { ReplyState } from '@app/course/reply-page.js';
import { type SetAsideOutcome, ReplySetAsideService } from '@app/course/reply-set-aside.service.js';
import { wordsIn } from '@app/design/words/say.js';
import { timeWords } from '@app/design/words/when.js';
import type { Answer } from '@app/reflections/reflection-body.js';
import { type PostedFields, readAnswer } from './answer-fields.js';
import { ReplyCookies } from './reply-cookies.js';
import { ReplyScreens, type Screen } from './reply-screens.js';
import { ReplyVisits, type Visit } from './reply-visits.js';
import { sendPage } from './send-page.js';
import type { AnswerProblem, ClosedPageProps } from './views/props.js';

/** One POST of a client who came in by a link. */
export interface Post {
  visit: Visit;
  posted: PostedFields;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** A post, and what is known of its question. */
interface Desk extends Post {
  screen: Screen;
  answer: Answer;
  group: 'answer' | 'change';
}

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

  async carryOut(post: Post): Promise<FastifyReply> {
    const { visit, posted } = post;
    const group = await this.visits.groupOf(visit, posted.nonce);
    const screen = await this.screenOf(visit, group === 'change' ? 'change' : 'answer');
    const { answer, ...read } = readAnswer(posted, screen.page.asked);
    const desk: Desk = { ...post, screen, answer, group: group === 'change' ? 'change' : 'answer' };
    if (group !== 'answer' && group !== 'change') return this.again(desk, 403, { code: 'pageTooOld' });
    // Nothing that is wrong with the words may stand between a person and their call.
    if (posted.act === 'call-me') return this.requestCall(read.problem ? withoutAnswer(desk) : desk);
    if (screen.page.state === 'ended') return this.closed(desk, 'ended');
    if (screen.page.asked.question === null) return this.back(desk);
    if (read.problem) return this.again(desk, read.status, read.problem);
    switch (posted.act) {
      case 'send':
      case 'change':
      case 'nothing':
        return this.send(desk);
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

  private async send(desk: Desk): Promise<FastifyReply> {
    const { visit, answer, posted, group, screen } = desk;
    const submission = { asked: screen.page.asked, answer, nothing: posted.act === 'nothing' };
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
        return sendPage(desk.reply, this.screens.question(screen, { answer, nothingWritten: true }));
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
    return sendPage(reply, this.screens.question(screen, { answer }), 409);
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
    const isOpen = page.state === 'open' || (page.sent?.isMine && !page.sent.firstReadAt);
    if (!isOpen)
      return sendPage(reply, this.screens.closed(screen, CLOSED[page.state], answer.words), status);
    return sendPage(reply, this.screens.question(screen, { answer, problem }), status);
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

  private async screenOf(visit: Visit, group: 'answer' | 'change'): Promise<Screen> {
    const page = await this.pages.read(visit.entry, visit.browser);
    return { page, mailingId: visit.entry.mailingId, form: await this.visits.formOf(visit, group) };
  }

  private browserOf({ request, reply, visit }: Desk) {
    return (visit.browser ??= this.cookies.namedBrowser(request, reply));
  }
}

function withoutAnswer(desk: Desk): Desk {
  return { ...desk, answer: { words: '', checkIns: {}, chips: [] } };
}

/** The script that saves while a person types. */
function wantsJson({ posted, request }: Desk): boolean {
  return posted.act === 'save' && (request.headers.accept?.includes('application/json') ?? false);
}
