import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Queues } from './queues.js';

/** Provides `Queues` to the whole application. */
@Global()
@Module({
  providers: [
    {
      provide: Queues,
      inject: [Config],
      useFactory: (config: Config) =>
        new Queues({
          queueUrl: config.QUEUE_URL ?? config.QUEUE_DATABASE_URL,
          databaseUrl: config.DATABASE_URL,
        }),
    },
  ],
  exports: [Queues],
})
export class QueuesModule {}
