import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const design = fileURLToPath(new URL('../../libs/design/src', import.meta.url));

/** The two fonts of the first view are asked for with the page itself, so that no line moves when they arrive. */
function preloadFonts(names: string[]): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => names.some((name) => file.includes(name)) && file.endsWith('.woff2'))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
            injectTo: 'head-prepend' as const,
          })),
    },
  };
}

export default defineConfig(async ({ mode }): Promise<UserConfig> => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  resolve: { alias: { '@app/design': design } },
  plugins: [
    react(),
    preloadFonts(['figtree-latin-wght-normal', 'source-serif-4-latin-wght-normal']),
    // Invented answers for looking at the screens without the API; never part of a build.
    ...(mode === 'mock' ? [(await import('./dev/mock-api.js')).mockApi()] : []),
  ],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Nothing is inlined: the policy allows scripts, styles and fonts from this origin only.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  // The built console is looked at under the policy it is served with.
  preview: {
    port: 4173,
    headers: {
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    },
  },
  server: { port: 5173, proxy: mode === 'mock' ? {} : { '/api': 'http://127.0.0.1:3000' } },
}));
