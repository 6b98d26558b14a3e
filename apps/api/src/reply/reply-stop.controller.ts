import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type ReplyEntry, ReplyDoorService } from '@app/course/reply-door.service.js';
import { StopCourseService } from '@app/course/stop-course.service.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { Public } from '../auth/public.decorator.js';
import { ReplyFrames } from './reply-frames.js';
import { sendPage } from './send-page.js';
import { stopAskScreen, stopDoneScreen } from './stop-screens.js';

const TOKEN = /^[\w-]{43}$/;

/**
 * The link that can only stop. It needs no cookie, and its POST takes what mail programs send for one-click
 * unsubscribing (RFC 8058) as well as the button of its page. Opening it changes nothing.
 */
@Controller('r/stop')
@Public()
@ApiExcludeController()
export class ReplyStopController {
  constructor(
    private readonly door: ReplyDoorService,
    private readonly stops: StopCourseService,
    private readonly frames: ReplyFrames,
  ) {}

  @Get(':token')
  async ask(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    await this.entryOf(token);
    return sendPage(reply, stopAskScreen(this.frames.unknown(), token));
  }

  @Post(':token')
  @HttpCode(200)
  async stop(@Param('token') token: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    await this.stops.stop(await this.entryOf(token));
    return sendPage(reply, stopDoneScreen(this.frames.unknown()));
  }

  private async entryOf(token: string): Promise<ReplyEntry> {
    const entry = TOKEN.test(token) ? await this.door.entry(token) : null;
    if (entry?.purpose !== 'unsubscribe') throw new NotFound('link');
    return entry;
  }
}
