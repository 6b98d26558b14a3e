import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnaskedRequestsService } from '@app/course/unasked-requests.service.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { Public } from '../auth/public.decorator.js';
import { isStorable } from '../http/input-text.rules.js';
import { sendPage } from '../reply/send-page.js';
import { UnaskedScreens } from './unasked-screens.js';

const SLUG = /^[a-z0-9-]{1,60}$/i;
const LONGEST_ADDRESS = 254;

/** A clinic's public page for leaving something unasked. Nothing on it depends on who asks. */
@Controller('c/:slug')
@Public()
@ApiExcludeController()
export class UnaskedController {
  constructor(
    private readonly requests: UnaskedRequestsService,
    private readonly screens: UnaskedScreens,
  ) {}

  @Get()
  async ask(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return sendPage(reply, await this.screens.ask({ clinicId: await this.clinicOf(slug), slug }));
  }

  /** The same answer for every address, known or not. */
  @Post()
  @HttpCode(200)
  async request(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const clinicId = await this.clinicOf(slug);
    const email = emailOf(request.body);
    if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > LONGEST_ADDRESS || !isStorable(email)) {
      const asked = await this.screens.ask({ clinicId, slug }, { email, problem: 'notAnAddress' });
      return sendPage(reply, asked, 400);
    }
    await this.requests.request(clinicId, email, request.ip);
    return sendPage(reply, await this.screens.asked(clinicId));
  }

  private async clinicOf(slug: string): Promise<string> {
    const clinicId = SLUG.test(slug) ? await this.requests.clinicOf(slug) : null;
    if (!clinicId) throw new NotFound('page');
    return clinicId;
  }
}

function emailOf(body: unknown): string {
  const email = typeof body === 'object' && body !== null ? (body as Record<string, unknown>).email : null;
  return typeof email === 'string' ? email.trim() : '';
}
