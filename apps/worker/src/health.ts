import { createServer, type Server } from 'node:http';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { Queues } from '@app/platform/queues/queues.js';

/** `/livez` and `/readyz` of the worker, on WORKER_HEALTH_PORT when it is set. */
@Injectable()
export class Health implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | undefined;

  constructor(
    private readonly config: Config,
    private readonly db: Database,
    private readonly queues: Queues,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const port = this.config.WORKER_HEALTH_PORT;
    if (port === undefined) return;
    const server = createServer((request, response) => {
      void this.statusOf(request.url ?? '').then((status) => response.writeHead(status).end());
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, this.config.HOST, resolve);
    });
  }

  onApplicationShutdown(): void {
    this.server?.close();
  }

  private async statusOf(path: string): Promise<number> {
    if (path === '/livez') return 200;
    if (path !== '/readyz') return 404;
    try {
      await Promise.all([this.db.now(), this.queues.ready()]);
      return 200;
    } catch {
      return 503;
    }
  }
}
