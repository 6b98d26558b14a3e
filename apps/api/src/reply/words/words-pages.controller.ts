import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OwnWords } from '@app/course/my-words.types.js';
import { MyWordsPageService } from '@app/course/my-words-page.service.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { Public } from '../../auth/public.decorator.js';
import { ReplyVisits, type Visit } from '../reply-visits.js';
import { WordsDesk, type WordsRequest } from './words-desk.js';
import { type WordsScreen } from './words-screens.js';
import type { DoneAct } from './words-props.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DONE: readonly DoneAct[] = ['star', 'unstar', 'dont-raise', 'may-raise', 'show-back', 'hide-back'];

/** What a client sent, behind a link of their own. A GET changes nothing, ever. */
@Controller('r/p/:mailingId/words')
@Public()
@ApiExcludeController()
export class WordsPagesController {
  constructor(
    private readonly desk: WordsDesk,
    private readonly visits: ReplyVisits,
    private readonly words: MyWordsPageService,
  ) {}

  @Get()
  list(
    @Param('mailingId') mailingId: string,
    @Query('page') wanted: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const number = typeof wanted === 'string' && /^[1-9]\d{0,3}$/.test(wanted) ? Number(wanted) : 1;
    return this.show({ mailingId, request, reply }, async (visit, screen) =>
      this.desk.screens.list(screen, await this.words.read(visit.entry, visit.token, number)),
    );
  }

  @Get('copy')
  copy(@Param('mailingId') mailingId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show({ mailingId, request, reply }, (_visit, screen) => this.desk.screens.copy(screen));
  }

  @Get(':reflectionId')
  one(
    @Param('mailingId') mailingId: string,
    @Param('reflectionId') id: string,
    @Query('done') done: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const act = DONE.find((each) => each === done) ?? null;
    return this.showOne({ mailingId, request, reply }, id, (screen, own) =>
      this.desk.screens.one(screen, own, act),
    );
  }

  @Get(':reflectionId/line')
  line(
    @Param('mailingId') mailingId: string,
    @Param('reflectionId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.showOne({ mailingId, request, reply }, id, (screen, own) =>
      this.desk.screens.lines(screen, own, 'star'),
    );
  }

  @Get(':reflectionId/line-again')
  lineAgain(
    @Param('mailingId') mailingId: string,
    @Param('reflectionId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.showOne({ mailingId, request, reply }, id, (screen, own) =>
      this.desk.screens.lines(screen, own, 'show-back'),
    );
  }

  @Get(':reflectionId/take-back')
  takeBack(
    @Param('mailingId') mailingId: string,
    @Param('reflectionId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.showOne({ mailingId, request, reply }, id, (screen, own) =>
      own.withdrawnAt ? this.desk.screens.one(screen, own, null) : this.desk.screens.takeBack(screen, own),
    );
  }

  private showOne(
    asked: WordsRequest,
    id: string,
    view: (screen: WordsScreen, own: OwnWords) => ReturnType<WordsDesk['screens']['one']>,
  ): Promise<FastifyReply> {
    return this.show(asked, async (visit, screen) => {
      if (!UUID.test(id)) throw new NotFound('page');
      return view(screen, await this.words.readOne(visit.entry, id));
    });
  }

  private async show(
    asked: WordsRequest,
    view: (visit: Visit, screen: WordsScreen) => ReturnType<Parameters<WordsDesk['show']>[1]>,
  ): Promise<FastifyReply> {
    const visit = await this.visits.of(asked.request, asked.mailingId);
    return this.desk.show(asked, (screen) => view(visit!, screen));
  }
}
