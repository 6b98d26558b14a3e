import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Pace, RestLength } from '@app/clients/client.types.js';
import { PaceCourseService } from '@app/course/pace-course.service.js';
import { StartAgainService, type StartOutcome } from '@app/course/start-again.service.js';
import { StopCourseService } from '@app/course/stop-course.service.js';
import type { Post } from '../reply-acts.js';
import { isAboutMails, isToPrompt, ReplyVisits } from '../reply-visits.js';
import { PaceDesk } from './pace-desk.js';
import { passphraseOf } from './passphrase-fields.js';

type PaceAct = `rest-${RestLength}` | 'rest-end' | `pace-${Pace}` | 'stop' | 'start-again';

/** Acts of every mailing's pages. */
const ACTS: ReadonlySet<string> = new Set<PaceAct>([
  'rest-three-days',
  'rest-week',
  'rest-next-call',
  'rest-open',
  'rest-end',
  'pace-gentle',
  'pace-steady',
  'pace-often',
  'stop',
  'start-again',
]);

const AFTER_START: Record<StartOutcome, string> = { started: '/started', asked: '/asked', closed: '/pace' };

/** Carries out what a client chose about the e-mails. Each act leads to a page that can be loaded again. */
@Injectable()
export class PaceActs {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly pace: PaceCourseService,
    private readonly stops: StopCourseService,
    private readonly starts: StartAgainService,
    private readonly desk: PaceDesk,
  ) {}

  /** Is this act about the e-mails? Then it has nothing to do with the question. */
  takes({ visit, posted }: Post): boolean {
    return (
      isAboutMails(visit) || (isToPrompt(visit) && visit.entry.purpose !== 'fresh' && ACTS.has(posted.act))
    );
  }

  async carryOut(post: Post): Promise<FastifyReply> {
    const { visit, posted, reply } = post;
    // The page was open for too long, or is not ours: shown anew, it can be pressed once more.
    if ((await this.visits.groupOf(visit, posted.nonce)) !== 'answer') {
      return visit.entry.promptId === null
        ? this.desk.root(visit, reply.status(403))
        : this.desk.show(visit, reply, (screen, screens) => screens.pace(screen), 403);
    }
    return ACTS.has(posted.act) ? this.setPace(post, posted.act as PaceAct) : this.other(post);
  }

  private async setPace(post: Post, act: PaceAct): Promise<FastifyReply> {
    const { entry } = post.visit;
    switch (act) {
      case 'rest-three-days':
      case 'rest-week':
      case 'rest-next-call':
      case 'rest-open': {
        const outcome = await this.pace.rest(entry, act.slice('rest-'.length) as RestLength);
        return this.to(post, outcome === 'resting' ? '/resting' : '/pace');
      }
      case 'rest-end':
        await this.pace.endRest(entry);
        return this.to(post, '/started');
      case 'pace-gentle':
      case 'pace-steady':
      case 'pace-often':
        await this.pace.setPace(entry, act.slice('pace-'.length) as Pace);
        return this.to(post, '/paced');
      case 'stop':
        await this.stops.stop(entry, { tells: true });
        return this.to(post, '/stopped');
      case 'start-again':
        return this.to(post, AFTER_START[await this.starts.startAgain(entry)]);
    }
  }

  /** Acts of mailings that belong to no prompt. */
  private async other(post: Post): Promise<FastifyReply> {
    const { entry } = post.visit;
    const isOptIn = entry.kind === 'opt_in';
    switch (post.posted.act) {
      case 'call-me':
        await this.pace.requestCall(entry);
        return this.to(post, '/call');
      case 'consent':
        return isOptIn ? this.consent(post) : this.to(post);
      case 'set-passphrase':
        return isOptIn ? this.setPassphrase(post) : this.to(post);
      default:
        return this.to(post);
    }
  }

  private async consent(post: Post): Promise<FastifyReply> {
    const said = fieldOf(post, 'shared');
    const shared = said === 'yes' ? true : said === 'no' ? false : null;
    const outcome = await this.starts.consent(post.visit.entry, { shared });
    return this.to(post, outcome === 'given' && shared ? '/passphrase' : '');
  }

  private async setPassphrase(post: Post): Promise<FastifyReply> {
    const { plain, problem } = passphraseOf(fieldOf(post, 'passphrase'), fieldOf(post, 'again'));
    if (problem) {
      return this.desk.show(
        post.visit,
        post.reply,
        (screen, screens) => screens.setPassphrase(screen, problem),
        422,
      );
    }
    await this.starts.setPassphrase(post.visit.entry, plain);
    return this.to(post);
  }

  private to({ visit, reply }: Post, path = ''): FastifyReply {
    return reply.redirect(`/r/p/${visit.entry.mailingId}${path}`, 303);
  }
}

function fieldOf({ request }: Post, name: string): string {
  const { body } = request;
  const value: unknown =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : '';
  return typeof value === 'string' ? value : '';
}
