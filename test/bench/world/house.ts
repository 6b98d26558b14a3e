import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ENTITIES } from '@app/briefs/entities.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { CourseModule } from '@app/course/course.module.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { PromptsModule } from '@app/prompts/prompts.module.js';
import { ReplyLinks } from '@app/prompts/reply-links.js';
import { type CourseHouse, courseHouseOf } from '../../factories/course-house.js';
import { type House, houseOf } from '../../factories/house.js';

@Module({
  imports: [PlatformModule.with(ENTITIES), ClinicsModule, ClientsModule, CourseModule, PromptsModule],
})
class BenchModule {}

/** What the invented clinics are made with: the services of the product, in this process. */
export interface BenchHouse extends House, CourseHouse {
  links: ReplyLinks;
  close: () => Promise<void>;
}

export async function openHouse(settings: Record<string, string>): Promise<BenchHouse> {
  Object.assign(process.env, settings, { NODE_ENV: 'test', LOG_LEVEL: 'silent' });
  const app: INestApplicationContext = await NestFactory.createApplicationContext(BenchModule, {
    logger: false,
  });
  return {
    ...courseHouseOf(app),
    ...houseOf(app),
    links: app.get(ReplyLinks, { strict: false }),
    close: () => app.close(),
  };
}
