import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import { Config, readConfig } from '@app/platform/config/config.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { registerBodyParsers } from './body-parsers.js';
import { isDisguised } from './disguised-address.rules.js';
import { ProblemFilter } from './problem.filter.js';
import { Refusals } from './refusals.js';
import { logRequest } from './request-log.js';
import { measureRequest } from './request-metrics.js';
import { securityHeaders } from './security-headers.js';
import { serveConsole } from './serve-console.js';

const BODY_LIMIT_BYTES = 128 * 1024;
/** A whole request has to arrive within this time. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Not under /api: the client's pages, health, and whom to tell of a weakness. */
const OUTSIDE_API = ['livez', 'readyz', 'hooks/mail', 'r', 'r/*rest', 'c/*rest', '.well-known/security.txt'];

/** The application of a module that holds `FrontDoorModule`: with parsers, headers and shutdown hooks, ready to listen. */
export async function openFrontDoor(module: Type): Promise<NestFastifyApplication> {
  const headers = { https: false };
  const problems = new ProblemFilter();
  // Made before there is anything to inject into.
  const { TRUSTED_PROXIES } = readConfig(process.env);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    requestIdHeader: false,
    genReqId: newId,
    multipart: false,
    trustProxy: TRUSTED_PROXIES.length > 0 && TRUSTED_PROXIES,
    // A path that cannot be decoded is answered before any hook runs.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers({ ...securityHeaders(request.url, headers.https), 'x-request-id': request.id });
      problems.answer(error, request, reply);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    // Until the log stands, nothing is said but the error that `main` prints.
    logger: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api', { exclude: OUTSIDE_API });
  app.enableShutdownHooks();
  headers.https = app.get(Config).BASE_URL.startsWith('https://');
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers({ ...securityHeaders(request.url, headers.https), 'x-request-id': request.id });
    if (isDisguised(request.url, request.routeOptions.url)) {
      problems.answer(new NotFound('route'), request, reply);
      return reply;
    }
  });
  const requests = await app.resolve(PinoLogger);
  const refusals = app.get(Refusals, { strict: false });
  fastify.addHook('onResponse', async (request, reply) => {
    logRequest(requests, request, reply);
    measureRequest(request, reply);
    await refusals.record(request, reply);
  });
  await registerBodyParsers(fastify);
  await serveConsole(fastify);
  return app;
}
