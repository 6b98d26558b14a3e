import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type EndedLink, type ReplyEntry, ReplyDoorService } from '@app/course/reply-door.service.js';
import { ReplyPlaceService } from '@app/course/reply-place.service.js';
import { StopCourseService } from '@app/course/stop-course.service.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { Public } from '../auth/public.decorator.js';
import { ReplyFrames } from './reply-frames.js';
import { sendPage } from './send-page.js';
import { stopAskScreen, stopDoneScreen, stopEndedScreen } from './stop-screens.js';

const TOKEN = /^[\w-]{43}$/;

/**
 * The link that can only stop. It needs no cookie, and its POST takes what mail programs send for one-click
 * unsubscribing (RFC 8058) as well as the button of its page. Opening it changes nothing. Once the client has another
 * address the links of the old one stop nothing: no e-mail goes there, and what goes elsewhere is not theirs to stop.
 */
@Controller('r/stop')
@Public()
@ApiExcludeController()
export class ReplyStopController {
  constructor(
    private readonly door: ReplyDoorService,
    private readonly stops: StopCourseService,
    private readonly frames: ReplyFrames,
    private readonly places: ReplyPlaceService,
  ) {}

  @Get(':token')
  async ask(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const entry = await this.entryOf(token);
    const frame = await this.frameOf(entry);
    return sendPage(reply, isLive(entry) ? stopAskScreen(frame, token) : stopEndedScreen(frame));
  }

  @Post(':token')
  @HttpCode(200)
  async stop(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const entry = await this.entryOf(token);
    if (!isLive(entry)) return sendPage(reply, stopEndedScreen(await this.frameOf(entry)));
    await this.stops.stop(entry, { tells: isByOurButton(request) });
    return sendPage(reply, stopDoneScreen(await this.frameOf(entry)));
  }

  private async frameOf(entry: EndedLink) {
    return this.frames.ofPlace(await this.places.ofEntry(entry));
  }

  private async entryOf(token: string): Promise<ReplyEntry | EndedLink> {
    const entry = TOKEN.test(token)
      ? ((await this.door.entry(token)) ?? (await this.door.ended(token)))
      : null;
    if (entry?.purpose !== 'unsubscribe') throw new NotFound('link');
    return entry;
  }
}

/**
 * The button of our page says so. A mail program that unsubscribes with one click posts `List-Unsubscribe=One-Click`
 * instead: whoever presses it asks for no mail at all, so not even the last one follows.
 */
function isByOurButton({ body }: FastifyRequest): boolean {
  return typeof body === 'object' && body !== null && 'act' in body && body.act === 'stop';
}

function isLive(entry: ReplyEntry | EndedLink): entry is ReplyEntry {
  return 'clientId' in entry;
}
