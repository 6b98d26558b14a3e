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
  const description = SwaggerModule.createDocument(app, head, {
    extraModels: [ProblemView],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  return { ...description, paths: apiPaths(description.paths) };
}

/** Without the client's pages, and with the header that unsafe calls need. */
function apiPaths(paths: OpenAPIObject['paths']): OpenAPIObject['paths'] {
  const ours = Object.entries(paths).filter(([path]) => path.startsWith('/api/'));
  for (const [, { post, put, patch, delete: remove }] of ours) {
    for (const unsafe of [post, put, patch, remove]) unsafe?.parameters?.push(OUR_HEADER);
  }
  return Object.fromEntries(ours);
}

const OUR_HEADER = {
  name: 'X-Throughline',
  in: 'header' as const,
  required: true,
  schema: { type: 'string', enum: ['1'] },
};
