// How is the citizens' portal built? A page of its own, as small as it can be, under /portal/.
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/portal',
  base: '/portal/',
  publicDir: false,
  build: {
    outDir: '../../dist/portal',
    emptyOutDir: true,
    // Phones of five years ago; the page itself says what to do without JavaScript.
    target: 'es2020',
    assetsDir: 'asset',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'asset/[name]-[hash].js' } } },
});
