import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import metadata from '../metadata.js';
import { ProblemView } from './problem.view.js';

/** The description of the API, from the controllers and the classes of what they take and answer. */
export async function apiDescription(app: NestFastifyApplication): Promise<OpenAPIObject> {
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
