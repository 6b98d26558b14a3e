import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../auth/public.decorator.js';
import { NoVisit } from '../no-visit.js';
import { PaceDesk, type PaceView } from './pace-desk.js';

/** Rest, pace, stop and start again, for every mailing. A GET changes nothing, ever. */
@Controller('r/p/:mailingId')
@Public()
@ApiExcludeController()
export class PacePagesController {
  constructor(
    private readonly desk: PaceDesk,
    private readonly noVisit: NoVisit,
  ) {}

  @Get('pace')
  pace(@Param('mailingId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show(id, request, reply, (screen, screens) => screens.pace(screen));
  }

  @Get('resting')
  resting(@Param('mailingId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show(id, request, reply, (screen, screens) =>
      screen.page.rest ? screens.resting(screen) : '/pace',
    );
  }

  @Get('started')
  started(@Param('mailingId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show(id, request, reply, (screen, screens) =>
      screen.page.rest || screen.page.isStopped ? '/pace' : screens.started(screen),
    );
  }

  @Get('paced')
  paced(@Param('mailingId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show(id, request, reply, (screen, screens) =>
      screen.page.isStopped ? '/pace' : screens.paced(screen),
    );
  }

  @Get('stopped')
  stopped(@Param('mailingId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show(id, request, reply, (screen, screens) =>
      screen.page.isStopped ? screens.stopped(screen) : '/pace',
    );
  }

  @Get('asked')
  asked(@Param('mailingId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show(id, request, reply, (screen, screens) =>
      screen.page.isStopped ? screens.asked(screen) : '/pace',
    );
  }

  /** Only the first one is set by link, by who has said that somebody else opens the mailbox. */
  @Get('passphrase')
  passphrase(@Param('mailingId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show(id, request, reply, (screen, screens) => {
      const { hasConsent, mailboxShared, passphraseSet } = screen.page;
      return hasConsent && mailboxShared && !passphraseSet ? screens.setPassphrase(screen) : '';
    });
  }

  private async show(
    mailingId: string,
    request: FastifyRequest,
    reply: FastifyReply,
    view: PaceView,
  ): Promise<FastifyReply> {
    const visit = await this.desk.visitOf(request, mailingId);
    return visit ? this.desk.show(visit, reply, view) : this.noVisit.answer(request, reply, { mailingId });
  }
}
