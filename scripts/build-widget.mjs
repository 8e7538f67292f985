// Bundles what pages of other sites load: apps/widget becomes widget.js and counts.js, each by itself.
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PROJECT } from './preconditions.mjs';

const SOURCES = join(PROJECT, 'apps', 'widget', 'src');
const STRINGS = join(SOURCES, 'strings/');
const LANGUAGES = {
  'english.ts': 'en',
  'traditional-chinese.ts': 'zh-hant',
  'simplified-chinese.ts': 'zh-hans',
};
const CHUNKS = { ...LANGUAGES, 'dialog-view.ts': 'dialogs', 'nudge-view.ts': 'nudge' };
const ENTRIES = { widget: 'main.ts', counts: 'counts/main.ts' };

/**
 * @param {string} dist the folder of the whole build
 * @returns {Promise<void>}
 */
export async function buildWidget(dist) {
  const { build, runnerImport } = await import('vite');
  for (const [name, entry] of Object.entries(ENTRIES)) {
    await build({
      configFile: false,
      root: SOURCES,
      logLevel: 'warn',
      plugins: [tightTemplates(), namelessCatalogs(runnerImport)],
      resolve: { conditions: ['moderato-source', 'module', 'browser', 'production'] },
      build: {
        target: 'es2022',
        // What is written with light-dark() stays so: docs/widget.md tells since when browsers know it.
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
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
            // What is loaded later; a stable name lets caches go by the entity tag alone.
            chunkFileNames: ({ facadeModuleId }) =>
              `widget-${CHUNKS[basename(facadeModuleId ?? '')]}.js`,
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

/**
 * Catalogs without the names of their phrases, which widget.js has once: apps/widget/src/strings/keys.ts.
 *
 * @param {typeof import('vite').runnerImport} load
 */
function namelessCatalogs(load) {
  return {
    name: 'nameless-catalogs',
    async transform(/** @type {string} */ _code, /** @type {string} */ id) {
      const file = basename(id);
      if (!id.startsWith(STRINGS) || (file !== 'keys.ts' && !(file in LANGUAGES))) return null;
      const { module } = await load(id, { configFile: false });
      const [[name, value]] = Object.entries(module);
      const text =
        file === 'keys.ts'
          ? `${JSON.stringify(value.join(' '))}.split(' ')`
          : JSON.stringify(Object.values(value));
      return { code: `export const ${name} = ${text};`, map: null };
    },
  };
}

/** What the minifier leaves alone inside of texts: the blanks of markup. */
function tightTemplates() {
  return {
    name: 'tight-templates',
    transform(/** @type {string} */ code, /** @type {string} */ id) {
      return id.startsWith(SOURCES) && id.endsWith('.ts')
        ? { code: tightMarkup(code), map: null }
        : null;
    },
  };
}

/** Between tags a line end and what follows it means nothing here; inside of tags it is one blank. @param {string} code */
function tightMarkup(code) {
  return code
    .replace(/>\n\s+(?=<|\$\{)/g, '>')
    .replace(/(\}|>)\n\s+(?=<)/g, '$1')
    .replace(/\n\s+/g, '\n ');
}
