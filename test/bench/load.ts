import { Agent, request } from 'node:http';

/** One request of a load. */
export interface Call {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface LoadResult {
  perSecond: number;
  /** Of every request, in ms. */
  latencies: number[];
  /** Answers with another status than wanted. */
  wrong: number;
}

export const CONNECTIONS = 16;

/** A server under load: 16 connections that stay open, each with one request at a time. */
export class Load {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  constructor(
    private readonly port: number,
    private readonly wantedStatus: number,
  ) {}

  /** Makes `count` requests, one by one as connections get free. */
  async run(count: number, callAt: (index: number) => Call, connections = CONNECTIONS): Promise<LoadResult> {
    const latencies: number[] = [];
    let next = 0;
    let wrong = 0;
    const startedAt = performance.now();
    const connection = async () => {
      for (let index = next++; index < count; index = next++) {
        const begunAt = performance.now();
        if ((await this.call(callAt(index))) !== this.wantedStatus) wrong += 1;
        latencies.push(performance.now() - begunAt);
      }
    };
    await Promise.all(Array.from({ length: connections }, connection));
    const seconds = (performance.now() - startedAt) / 1000;
    return { perSecond: count / seconds, latencies, wrong };
  }

  close(): void {
    this.agent.destroy();
  }

  private call({ method, path, headers = {}, body }: Call): Promise<number> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const made = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          agent: this.agent,
          headers: { ...headers, ...length },
        },
        (answer) => {
          answer.resume();
          answer.once('end', () => resolve(answer.statusCode ?? 0));
          answer.once('error', reject);
        },
      );
      made.once('error', reject);
      made.end(body);
    });
  }
}
