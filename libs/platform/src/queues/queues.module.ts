import { type DynamicModule, type FactoryProvider, Module } from '@nestjs/common';
import { Queues, type QueuesOptions } from './queues.js';

type QueuesModuleOptions = Pick<FactoryProvider<QueuesOptions>, 'inject' | 'useFactory'> &
  Pick<DynamicModule, 'imports'>;

/** Provides `Queues` to the whole application, made from its configuration. */
@Module({})
export class QueuesModule {
  static forRoot({ imports = [], inject = [], useFactory }: QueuesModuleOptions): DynamicModule {
    return {
      module: QueuesModule,
      global: true,
      imports,
      providers: [
        {
          provide: Queues,
          inject,
          useFactory: async (...args: Parameters<typeof useFactory>) => new Queues(await useFactory(...args)),
        },
      ],
      exports: [Queues],
    };
  }
}
