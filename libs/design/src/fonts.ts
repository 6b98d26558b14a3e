/** A font file of a client page. `client.css` asks for it by `fileName`, beside the stylesheet. */
export interface PageFont {
  /** Resolvable with `require.resolve`. */
  module: string;
  fileName: string;
}

/** Latin subsets only: with both, a page stays under 50 kB. Preload both, or lines move when they arrive. */
export const clientFonts: readonly PageFont[] = [
  {
    module: '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
    fileName: 'figtree-latin-wght-normal.woff2',
  },
  {
    module: '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
    fileName: 'source-serif-4-latin-400-normal.woff2',
  },
];
