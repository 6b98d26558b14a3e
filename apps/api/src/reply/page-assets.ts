import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { clientFonts } from '@app/design/fonts.js';
import type { PageAssets } from '@app/design/page-frame.types.js';

/** One file of the reply pages, ready to send. */
export interface PageAsset {
  type: string;
  content: Buffer;
  /** Null for what is compressed already. */
  gzipped: Buffer | null;
}

/** The build keeps the folders of the sources, so the same steps lead from either. */
const DESIGN = resolve(__dirname, '../../../../libs/design/src');
const FOLDER = '/r/assets/';

/** Style sheet, script and fonts under names that carry a hash of their content: cached for ever. */
@Injectable()
export class PageAssetFiles {
  private readonly files = new Map<string, PageAsset>();
  /** Where the pages find them. */
  readonly urls: PageAssets;

  constructor() {
    const fonts = clientFonts.map(({ module, fileName }) => ({
      fileName,
      name: this.add(fileName, 'font/woff2', readFileSync(require.resolve(module))),
    }));
    const css = ['tokens.css', 'client.css']
      .map((name) => readFileSync(resolve(DESIGN, name), 'utf8'))
      .join('\n');
    const linked = fonts.reduce((text, { fileName, name }) => text.replaceAll(fileName, name), css);
    const script = readFileSync(resolve(__dirname, 'assets/autosave.js'));
    this.urls = {
      stylesheet: FOLDER + this.add('client.css', 'text/css; charset=utf-8', Buffer.from(linked)),
      script: FOLDER + this.add('autosave.js', 'text/javascript; charset=utf-8', script),
      fonts: fonts.map(({ name }) => FOLDER + name),
    };
  }

  find(name: string): PageAsset | undefined {
    return this.files.get(name);
  }

  private add(fileName: string, type: string, content: Buffer): string {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
    const name = fileName.replace(/(\.\w+)$/, `.${hash}$1`);
    this.files.set(name, { type, content, gzipped: type.startsWith('text/') ? gzipSync(content) : null });
    return name;
  }
}
