import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MyWordsCourseService } from '@app/course/my-words-course.service.js';
import { MyWordsPageService } from '@app/course/my-words-page.service.js';
import { NotFound } from '@app/platform/errors/errors.js';
import type { Wish } from '@app/reflections/wishes.types.js';
import { ReplyCookies } from '../reply-cookies.js';
import { ReplyVisits, type Visit } from '../reply-visits.js';
import { WordsCopies } from './copies/words-copies.js';
import { WordsDesk, type WordsRequest } from './words-desk.js';
import { COPIES } from './words-props.js';
import { lineOf } from './words-view.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Post extends WordsRequest {
  visit: Visit;
}

/** Carries out what a client does with their own words. Each act leads to a page that can be loaded again. */
@Injectable()
export class WordsActs {
  constructor(
    private readonly desk: WordsDesk,
    private readonly visits: ReplyVisits,
    private readonly cookies: ReplyCookies,
    private readonly course: MyWordsCourseService,
    private readonly words: MyWordsPageService,
    private readonly copies: WordsCopies,
  ) {}

  async carryOut(asked: WordsRequest): Promise<FastifyReply> {
    const visit = await this.desk.visitOf(asked);
    if (!visit) return this.desk.without(asked, 404);
    const post = { ...asked, visit };
    const group = await this.visits.groupOf(visit, fieldOf(asked, 'nonce'));
    if (visit.entry.purpose !== 'reply') {
      return group === 'open' ? this.open(post) : this.desk.toOpen(visit, asked.reply, 403);
    }
    return group === 'answer' ? this.act(post) : this.tooOld(post);
  }

  private async act(post: Post): Promise<FastifyReply> {
    const act = fieldOf(post, 'act');
    switch (act) {
      case 'close':
        return this.close(post);
      case 'copy':
        return this.copy(post);
      case 'take-back':
        return this.takeBack(post);
      case 'star':
      case 'unstar':
      case 'show-back':
      case 'hide-back': {
        const line = lineOf(fieldOf(post, 'line'));
        return line ? this.wish(post, { act, line }) : this.to(post);
      }
      case 'dont-raise':
      case 'may-raise':
        return this.wish(post, { act });
      default:
        return this.to(post);
    }
  }

  /** By its button only, because scanners open links too. */
  private async open(post: Post): Promise<FastifyReply> {
    const { visit, request, reply } = post;
    this.cookies.namedBrowser(request, reply);
    const token = await this.course.open(visit.entry, visit.token);
    if (!token) throw new NotFound('link');
    this.cookies.letIn(reply, visit.entry.mailingId, token);
    return this.to(post);
  }

  private async close(post: Post): Promise<FastifyReply> {
    await this.course.close(post.visit.entry, post.visit.token);
    return this.to(post);
  }

  private async wish(post: Post, wish: Wish): Promise<FastifyReply> {
    const id = idOf(post);
    const outcome = await this.course.wish(post.visit.entry, id, wish);
    if (outcome === 'closed') return this.desk.gone(post.visit, post.reply);
    return this.to(post, outcome === 'kept' ? `/${id}?done=${wish.act}` : `/${id}`);
  }

  private async takeBack(post: Post): Promise<FastifyReply> {
    const id = idOf(post);
    const outcome = await this.course.withdraw(post.visit.entry, id);
    return outcome === 'closed' ? this.desk.gone(post.visit, post.reply) : this.to(post, `/${id}`);
  }

  private async copy(post: Post): Promise<FastifyReply> {
    const kind = COPIES.find((each) => each === fieldOf(post, 'as'));
    if (!kind) return this.to(post, '/copy');
    const words = await this.course.download(post.visit.entry);
    if (words === 'closed') return this.desk.gone(post.visit, post.reply);
    const { content, type, fileName } = await this.copies.of(kind, post.visit.entry, words);
    return post.reply
      .headers({ 'content-type': type, 'content-disposition': `attachment; filename="${fileName}"` })
      .send(content);
  }

  /** Shown anew, it can be pressed once more. */
  private tooOld({ visit, reply }: Post): Promise<FastifyReply> {
    return this.desk.page(
      visit,
      reply,
      async (screen) =>
        this.desk.screens.list(screen, await this.words.read(visit.entry, visit.token, 1), {
          isTooOld: true,
        }),
      403,
    );
  }

  private to({ visit, reply }: Post, path = ''): FastifyReply {
    return reply.redirect(`/r/p/${visit.entry.mailingId}/words${path}`, 303);
  }
}

/** @throws NotFound for what cannot be one */
function idOf(post: Post): string {
  const id = fieldOf(post, 'reflection');
  if (!UUID.test(id)) throw new NotFound('reflection');
  return id;
}

function fieldOf({ request: { body } }: WordsRequest, name: string): string {
  const value: unknown =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : '';
  return typeof value === 'string' ? value : '';
}
