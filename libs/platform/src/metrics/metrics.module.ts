import { type DynamicModule, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { watchPool, watchService } from './database-figures.js';
import { MetricsServer } from './metrics-server.js';

/** `/metrics` of one process. The worker also tells what the database knows of the whole service. */
@Module({})
export class MetricsModule {
  static of(part: 'api' | 'worker'): DynamicModule {
    return {
      module: MetricsModule,
      providers: [
        {
          provide: MetricsServer,
          inject: [Config, Database],
          useFactory: (config: Config, db: Database) => {
            watchPool(db);
            if (part === 'worker') watchService(db);
            const port = part === 'api' ? config.METRICS_PORT : config.WORKER_METRICS_PORT;
            return new MetricsServer({ host: config.METRICS_HOST, port });
          },
        },
      ],
    };
  }
}
