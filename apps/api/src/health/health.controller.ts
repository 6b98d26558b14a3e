import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/public.decorator.js';
import { HealthService } from './health.service.js';
import type { ReadinessView } from './readiness.view.js';

@Controller()
@Public()
@ApiExcludeController()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process runs. */
  @Get('livez')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 200 when everything this needs answers, else 503, within two seconds. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessView> {
    const readiness = await this.health.readiness();
    void reply.status(readiness.status === 'ready' ? 200 : 503).header('cache-control', 'no-store');
    return readiness;
  }
}
