import { type DynamicModule, type FactoryProvider, Module } from '@nestjs/common';
import { Mailer, type MailerOptions } from './mailer.js';

type MailModuleOptions = Pick<FactoryProvider<MailerOptions>, 'inject' | 'useFactory'> &
  Pick<DynamicModule, 'imports'>;

/** Provides `Mailer` to the whole application, made from its configuration. */
@Module({})
export class MailModule {
  static forRoot({ imports = [], inject = [], useFactory }: MailModuleOptions): DynamicModule {
    return {
      module: MailModule,
      global: true,
      imports,
      providers: [
        {
          provide: Mailer,
          inject,
          useFactory: async (...args: Parameters<typeof useFactory>) => new Mailer(await useFactory(...args)),
        },
      ],
      exports: [Mailer],
    };
  }
}
