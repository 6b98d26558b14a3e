import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { aReflection } from '@app/briefs/briefs.test-support.js';
import { ENTITIES } from '@app/briefs/entities.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import type { Answer } from '@app/reflections/answer.types.js';
import type { Product } from '../support/product/product.js';

@Module({ imports: [PlatformModule.with(ENTITIES)] })
class SentModule {}

interface Sender {
  clinicId: string;
  clientId: string;
}

/** Reflections as they stand once a client has sent them, one after the other, by the clock of the product. */
export async function reflectionsSent(
  { database, kekFile }: Product,
  { clinicId, clientId }: Sender,
  answers: readonly Partial<Answer>[],
): Promise<void> {
  Object.assign(process.env, { DATABASE_URL: database.appUrl, KEK_FILE: kekFile });
  const app = await NestFactory.createApplicationContext(SentModule, { logger: false });
  try {
    const house = { db: app.get(Database), keyring: app.get(Keyring) };
    for (const answer of answers) await aReflection({ house, clinic: { clinicId } }, { clientId, ...answer });
  } finally {
    await app.close();
  }
}
