import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ENTITIES } from '@app/briefs/entities.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { OperatorFactorResets } from '@app/clinics/factors/operator-factor-resets.service.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { runCommand } from './database-command.js';

@Module({ imports: [PlatformModule.with(ENTITIES), ClinicsModule] })
class FactorsResetModule {}

/**
 * `npm run factors:reset -- <e-mail>`: takes every second factor off an account that works in several clinics, where no
 * admin may. Ends its sign-ins, tells its owner, and stands in the audit log of each clinic. Prints no address.
 */
runCommand(async () => {
  const [email, ...others] = process.argv.slice(2);
  if (!email?.includes('@') || others.length > 0) {
    throw new Error('Usage: npm run factors:reset -- <e-mail>');
  }
  const app = await NestFactory.createApplicationContext(FactorsResetModule, {
    logger: false,
    abortOnError: false,
  });
  try {
    const clinics = await app.get(OperatorFactorResets).reset(email);
    process.stdout.write(
      `Reset. The next sign-in sets up a new second factor. Written to the audit log of clinics: ${clinics}.\n`,
    );
  } catch (error) {
    throw error instanceof NotFound ? new Error('No account with this address works in any clinic.') : error;
  } finally {
    await app.close();
  }
});
