// Bundles what pages of other sites load: apps/widget becomes widget.js and counts.js, each by itself.
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PROJECT } from './preconditions.mjs';

const SOURCES = join(PROJECT, 'apps', 'widget', 'src');
const LANGUAGES = {
  'english.ts': 'en',
  'traditional-chinese.ts': 'zh-hant',
  'simplified-chinese.ts': 'zh-hans',
};
const ENTRIES = { widget: 'main.ts', counts: 'counts/main.ts' };

/**
 * @param {string} dist the folder of the whole build
 * @returns {Promise<void>}
 */
export async function buildWidget(dist) {
  const { build } = await import('vite');
  for (const [name, entry] of Object.entries(ENTRIES)) {
    await build({
      configFile: false,
      root: SOURCES,
      logLevel: 'warn',
      plugins: [tightTemplates()],
      resolve: { conditions: ['moderato-source', 'module', 'browser', 'production'] },
      build: {
        target: 'es2022',
        outDir: join(dist, 'apps', 'widget'),
        emptyOutDir: false,
        copyPublicDir: false,
        reportCompressedSize: false,
        sourcemap: true,
        // As a library: else Vite wraps each import() into code for preloading.
        lib: { entry: join(SOURCES, entry), formats: ['es'], fileName: () => `${name}.js` },
        rolldownOptions: {
          output: {
            // What Vite leaves out for libraries, which others bundle.
            minify: true,
            // The catalogs; a stable name lets caches go by the entity tag alone.
            chunkFileNames: ({ facadeModuleId }) =>
              `widget-${LANGUAGES[basename(facadeModuleId ?? '')]}.js`,
          },
        },
      },
    });
  }
}

/**
 * What the compiler does not take along of the demonstration.
 *
 * @param {string} dist
 */
export function copyDemo(dist) {
  const folder = join('apps', 'api', 'src', 'demo');
  for (const name of ['demo.css', 'icon.svg'])
    cpSync(join(PROJECT, folder, name), join(dist, folder, name));
}

/** What the minifier leaves alone inside of texts: the blanks of styles and of markup. */
function tightTemplates() {
  return {
    name: 'tight-templates',
    transform(/** @type {string} */ code, /** @type {string} */ id) {
      if (!id.startsWith(SOURCES)) return null;
      const tight = id.includes('/styles/') ? tightStyles(code) : tightMarkup(code);
      return { code: tight, map: null };
    },
  };
}

/** @param {string} code */
function tightStyles(code) {
  return code.replace(/css`[^`]*`/g, (css) =>
    css
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1')
      .replace(/([a-z-]): /g, '$1:')
      .replace(/([ :(,])0\./g, '$1.')
      .replaceAll(';}', '}'),
  );
}

/** Between tags a line end and what follows it means nothing here; inside of tags it is one blank. @param {string} code */
function tightMarkup(code) {
  return code
    .replace(/>\n\s+(?=<|\$\{)/g, '>')
    .replace(/(\}|>)\n\s+(?=<)/g, '$1')
    .replace(/\n\s+/g, '\n ');
}
