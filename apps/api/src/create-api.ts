import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.js';
import { openFrontDoor } from './http/open-front-door.js';
import { serveDescription } from './http/openapi.js';

/** The whole API, ready to listen. Reads the environment. @throws Error that names what is missing */
export async function createApi(): Promise<NestFastifyApplication> {
  const app = await openFrontDoor(ApiModule);
  serveDescription(app);
  return app;
}
