import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '@app/platform/errors/errors.js';
import { Public } from '../auth/public.decorator.js';
import { consoleFiles } from './console-files.js';

const SERVER_PATH = /^\/(api|r)(\/|$)/;
const A_YEAR = 365 * 24 * 3600 * 1000;

/** The staff console: its files, and its one page for every address that a browser opens. */
@Controller()
@Public()
@ApiExcludeController()
export class ConsoleController {
  private readonly files = consoleFiles();

  @Get(['/', '*path'])
  open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    const path = request.url.split('?', 1)[0]!;
    if (this.files.has(path) && path !== '/index.html') return this.file(path, reply);
    const isPage = request.headers.accept?.includes('text/html') && this.files.has('/index.html');
    if (SERVER_PATH.test(path) || !isPage) throw new NotFound('page');
    // Asked for anew each time: it names the hashed files of the newest build.
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
  }

  /** Files under assets/ carry a hash of their content in their name. */
  private file(path: string, reply: FastifyReply): FastifyReply {
    const hashed = path.startsWith('/assets/');
    return reply.sendFile(path.slice(1), { maxAge: hashed ? A_YEAR : 3_600_000, immutable: hashed });
  }
}
