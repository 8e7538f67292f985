import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IntegrationKeys } from '#integrations';
import { SNIPPETS, type Snippet } from '../../apps/console/src/pages/integrations/snippets.js';
import { firstSiteId, signIn } from '../harness/moderators.js';
import { describeWith, needs } from '../harness/requirements.js';
import { startService, type TestService } from '../harness/service.js';

/** Every name is this machine: akismet-api puts the key before the host, for which a site has DNS. */
const ALL_NAMES_ARE_HERE = `data:text/javascript,${encodeURIComponent(`
  import dns from 'node:dns';
  dns.lookup = (name, options, done = options) =>
    options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
`)}`;
const HAS_CURL = spawnSync('curl', ['--version']).status === 0;

describeWith(needs.clients, 'the snippets that the console shows', () => {
  let service: TestService;
  let folder: string;
  let snippets: Record<'perspective' | 'akismet' | 'openai', Snippet[]>;
  let local: typeof snippets;

  beforeAll(async () => {
    service = await startService({ worker: false });
    await service.app.listen(0, '127.0.0.1');
    const { id: by } = await signIn(service, { role: 'admin' });
    const keys = service.app.get(IntegrationKeys, { strict: false });
    const { key } = await keys.issue({ siteId: await firstSiteId(service), name: 'A test', by });
    const url = await service.app.getUrl();
    const fill = (address: string) => {
      const values = { url: address, key, publicKey: service.keys.publicKey };
      return {
        perspective: SNIPPETS.perspective(values),
        akismet: SNIPPETS.akismet(values),
        openai: SNIPPETS.openai(values),
      };
    };
    local = fill(url);
    snippets = fill(`http://moderato.example:${new URL(url).port}`);
    folder = mkdtempSync(join(tmpdir(), 'moderato-snippets-'));
    symlinkSync(needs.clients.path ?? '', join(folder, 'node_modules'), 'dir');
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await service.stop();
  });

  const run = (command: string, args: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      // Nothing of the test's own, above all no proxy of the machine's.
      const env = { PATH: process.env['PATH'] ?? '', NO_PROXY: '*' };
      const child = spawn(command, args, { cwd: folder, env, timeout: 40_000 });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve(said.trim()) : reject(new Error(`${command} ${code}: ${said}`)),
      );
    });
  const codeOf = (from: typeof snippets, system: keyof typeof snippets, name: string): string => {
    const found = from[system].find((snippet) => snippet.name === name);
    if (found === undefined) throw new Error(`There is no snippet for ${name}.`);
    return found.code;
  };

  const SCORE = /^(0[.]\d+|1)$/;
  test.each([
    ['perspective', 'googleapis', SCORE],
    ['perspective', 'perspective-api-client', SCORE],
    ['akismet', 'akismet-api', /^(spam|ham)$/],
    ['akismet', '@cedx/akismet', /^(spam|ham)$/],
    ['openai', 'openai', /^(true|false) (0[.]\d+|0|1)$/],
  ] as const)('work as they are: %s by %s', async (system, name, expected) => {
    const code = codeOf(snippets, system, name);
    const file = join(folder, `${system}-${name.replace('/', '-')}`);
    const path = `${file}.${code.startsWith('import ') ? 'mjs' : 'cjs'}`;
    writeFileSync(path, code);
    expect(await run(process.execPath, ['--import', ALL_NAMES_ARE_HERE, path])).toMatch(expected);
  });

  test.skipIf(!HAS_CURL).each([
    ['perspective', /"TOXICITY":\s*\{"summaryScore"|"summaryScore"/],
    ['akismet', /^(true|false)$/],
    ['openai', /"category_scores"/],
  ] as const)('work as they are: %s by curl', async (system, expected) => {
    const code = codeOf(local, system, 'curl').replace('curl ', 'curl --silent --show-error ');
    expect(await run('sh', ['-c', code])).toMatch(expected);
  });
});
