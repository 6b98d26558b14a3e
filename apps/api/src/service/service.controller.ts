import { Controller, Get } from '@nestjs/common';
import { Config } from '@app/platform/config/config.js';
import { Public } from '../auth/public.decorator.js';
import { ServiceView } from './service.view.js';

@Controller('service')
@Public()
export class ServiceController {
  constructor(private readonly config: Config) {}

  /** What this service offers to who is not signed in. */
  @Get()
  read(): ServiceView {
    return { signUp: this.config.CLINIC_SIGN_UP };
  }
}
