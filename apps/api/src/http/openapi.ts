import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import metadata from '../metadata.js';
import { ProblemView } from './problem.view.js';

/** `GET /api/openapi.json`, for everybody: it says nothing that the source does not. Made when first asked for. */
export function serveDescription(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  let description: Promise<OpenAPIObject> | undefined;
  fastify.get('/api/openapi.json', () => (description ??= apiDescription(app)));
}

/** The description of the API, from the controllers and the classes of what they take and answer. */
async function apiDescription(app: NestFastifyApplication): Promise<OpenAPIObject> {
  await SwaggerModule.loadPluginMetadata(metadata);
  const head = new DocumentBuilder()
    .setTitle('Throughline')
    .setVersion('1')
    .addCookieAuth('signin')
    .addGlobalResponse({
      status: 'default',
      description: 'What went wrong, as RFC 9457 tells it.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
    })
    .build();
  return SwaggerModule.createDocument(app, head, {
    extraModels: [ProblemView],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
}
