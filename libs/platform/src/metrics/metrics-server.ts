import { createServer, type Server } from 'node:http';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { metrics } from './metrics.js';

/** Where the figures of a process are read. */
export interface MetricsPlace {
  host: string;
  /** Undefined: nowhere. */
  port: number | undefined;
}

/** `GET /metrics` in the text format of Prometheus, on a port of its own that the world does not reach. */
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | undefined;

  constructor(private readonly place: MetricsPlace) {}

  /** @throws Error when the port is in use */
  async onApplicationBootstrap(): Promise<void> {
    const { host, port } = this.place;
    if (port === undefined) return;
    const server = createServer((request, response) => {
      const isAsked = request.method === 'GET' && request.url === '/metrics';
      if (!isAsked) return void response.writeHead(404).end();
      void metrics.metrics().then(
        (text) => response.writeHead(200, HEADERS).end(text),
        () => response.writeHead(500).end(),
      );
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }
}

const HEADERS = {
  'content-type': metrics.contentType,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};
