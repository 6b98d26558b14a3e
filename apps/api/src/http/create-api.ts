import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { Config } from '@app/platform/config/config.js';
import { newId } from '@app/platform/ids/ids.js';
import { ApiModule } from '../api.module.js';
import { registerBodyParsers } from './body-parsers.js';
import { CONSOLE_FOLDER } from './console-files.js';
import { apiDescription } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { securityHeaders } from './security-headers.js';

const BODY_LIMIT_BYTES = 128 * 1024;
/** A whole request has to arrive within this time. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Not under /api: the client's pages, health, and the console (whose wildcard is meant literally here). */
const OUTSIDE_API = ['/', '/\\*path', 'livez', 'readyz', 'r', 'r/*rest'];

/** The API, ready to listen: with its parsers, headers and shutdown hooks. Reads the environment. */
export async function createApi(): Promise<NestFastifyApplication> {
  const headers = { https: false };
  const problems = new ProblemFilter();
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    requestIdHeader: false,
    genReqId: newId,
    multipart: false,
    // A path that cannot be decoded is answered before any hook runs.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers({ ...securityHeaders(request.url, headers.https), 'x-request-id': request.id });
      problems.answer(error, request, reply);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule, adapter, {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api', { exclude: OUTSIDE_API });
  app.enableShutdownHooks();
  headers.https = app.get(Config).BASE_URL.startsWith('https://');
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers({ ...securityHeaders(request.url, headers.https), 'x-request-id': request.id });
  });
  await registerBodyParsers(fastify);
  await fastify.register(cookie);
  await fastify.register(fastifyStatic, { root: CONSOLE_FOLDER, serve: false });
  let description: Promise<OpenAPIObject> | undefined;
  fastify.get('/api/openapi.json', () => (description ??= apiDescription(app)));
  return app;
}
