import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { PromptsModule } from '@app/prompts/prompts.module.js';
import { MailHooksController } from './mail-hooks.controller.js';
import { takeMessages } from './raw-mail.js';

/** What mail servers tell us. */
@Module({ imports: [PromptsModule], controllers: [MailHooksController] })
export class MailHooksModule {
  constructor(host: HttpAdapterHost) {
    takeMessages(host.httpAdapter.getInstance<FastifyInstance>());
  }
}
