import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The service that `npm run console` asks, which serves the pages while they are written. */
const SERVICE = process.env['MODERATO_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  resolve: { conditions: ['moderato-source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2022',
    // The policy of these pages allows no `data:` address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    reportCompressedSize: false,
  },
  // The second is Akismet’s, which the page of integrations tries out.
  server: { proxy: { '/v1': SERVICE, '/1.1': SERVICE } },
});
