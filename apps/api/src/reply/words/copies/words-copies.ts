import { Injectable } from '@nestjs/common';
import { ClientPageService } from '@app/course/client-page.service.js';
import type { MyWords } from '@app/course/my-words.types.js';
import type { ReplyEntry } from '@app/course/reply-door.service.js';
import type { CopyKind } from '../words-props.js';
import { bookletPdf } from './booklet-pdf.js';
import { copyData } from './copy-data.js';
import { copyModel } from './copy-model.js';
import { copyPage } from './copy-page.js';

/** A file that a client keeps. Its name says nothing of what is in it. */
export interface WordsCopy {
  content: string | Buffer;
  type: string;
  fileName: string;
}

const HTML = 'text/html; charset=utf-8';

/** Makes the files by which a client keeps what they sent. Nothing of them stays here. */
@Injectable()
export class WordsCopies {
  constructor(private readonly pages: ClientPageService) {}

  async of(kind: CopyKind, entry: ReplyEntry, words: MyWords): Promise<WordsCopy> {
    const page = await this.pages.read(entry);
    switch (kind) {
      case 'page':
        return {
          content: copyPage(copyModel(words, page, 'newest'), 'page'),
          type: HTML,
          fileName: 'my-words.html',
        };
      case 'data':
        return { content: copyData(words, page), type: 'application/json', fileName: 'my-words.json' };
      case 'booklet':
        return {
          content: copyPage(copyModel(words, page, 'oldest'), 'booklet'),
          type: HTML,
          fileName: 'my-booklet.html',
        };
      case 'booklet-pdf':
        return {
          content: await bookletPdf(copyModel(words, page, 'oldest')),
          type: 'application/pdf',
          fileName: 'my-booklet.pdf',
        };
    }
  }
}
