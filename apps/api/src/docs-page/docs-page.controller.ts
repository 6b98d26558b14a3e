import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/public.decorator.js';

const file = (name: string): string => readFileSync(join(__dirname, name), 'utf8');

/** The API for people: our own page, so that nothing in it needs to be inline. */
@Controller('docs')
@Public()
@ApiExcludeController()
export class DocsPageController {
  private readonly html = file('docs.html');
  private readonly css = file('docs.css');
  private readonly js = file('docs-script.js');

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return this.html;
  }

  @Get('docs.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return this.css;
  }

  @Get('docs-script.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(): string {
    return this.js;
  }
}
