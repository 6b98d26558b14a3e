import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** One file that a page loaded. */
export interface LoadedFile {
  path: string;
  kind: 'document' | 'script' | 'stylesheet' | 'font' | 'image' | 'fetch' | 'other';
  /** As it goes over the wire: text compressed with gzip, fonts as they are. */
  bytes: number;
  isOurs: boolean;
}

const TEXT = /^(text\/|application\/(json|javascript|problem\+json)|image\/svg)/;

/** Begins to weigh what a page loads; asked for, gives everything until then. */
export function weighed(page: Page, baseUrl: string): () => Promise<LoadedFile[]> {
  const files: Promise<LoadedFile | null>[] = [];
  page.on('response', (response) => {
    const url = response.url();
    if (!url.startsWith('http')) return;
    const weigh = async (): Promise<LoadedFile | null> => {
      // What only leads elsewhere has no body.
      const body = await response.body().catch(() => null);
      if (!body) return null;
      const isText = TEXT.test(response.headers()['content-type'] ?? '');
      const type = response.request().resourceType();
      const isKnown = ['document', 'script', 'stylesheet', 'font', 'image', 'fetch'].includes(type);
      return {
        path: new URL(url).pathname,
        kind: isKnown ? (type as LoadedFile['kind']) : 'other',
        bytes: isText ? gzipSync(body).length : body.length,
        isOurs: url.startsWith(`${baseUrl}/`),
      };
    };
    files.push(weigh());
  });
  return async () => (await Promise.all(files)).filter((file) => file !== null);
}

export function bytesOf(files: readonly LoadedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
