import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '@app/platform/errors/errors.js';
import { Public } from '../auth/public.decorator.js';
import { PageAssetFiles } from './page-assets.js';
import { takesGzip } from './send-page.js';

/** Files of the reply pages. */
@Controller('r/assets')
@Public()
@ApiExcludeController()
export class ReplyAssetsController {
  constructor(private readonly files: PageAssetFiles) {}

  @Get(':name')
  file(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    const file = this.files.find(name);
    if (!file) throw new NotFound('file');
    void reply.headers({
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    if (!file.gzipped || !takesGzip(request)) return reply.send(file.content);
    return reply.header('content-encoding', 'gzip').send(file.gzipped);
  }
}
