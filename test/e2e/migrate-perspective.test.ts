import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Policy } from '#contract';
import { PROJECT_FOLDER } from '../harness/processes.js';
import { startService } from '../harness/service.js';
import { runToEnd, type ToolOutcome } from '../harness/tool-run.js';

vi.setConfig({ testTimeout: 120_000 });

const SAMPLE = 'samples/perspective-log.jsonl';
const migrate = (...args: string[]): Promise<ToolOutcome> =>
  runToEnd('dist/apps/tools/src/migrate-perspective/main.js', {}, args);

/** A file with these lines, which is gone with the test. */
async function logOf(...lines: (object | string)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'moderato-migrate-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await writeFile(join(folder, 'log.jsonl'), texts.join('\n'));
  return join(folder, 'log.jsonl');
}

describe('npm run migrate:perspective', () => {
  it('prints of the sample what its document shows', async () => {
    const path = `${PROJECT_FOLDER}docs/compat/migrate-from-perspective.md`;
    const [, shown] = /^\$ npm run -s migrate:perspective -- --file \S+\n(.*?)^```$/ms.exec(
      readFileSync(path, 'utf8'),
    ) ?? [undefined, 'nothing'];
    expect(await migrate('--file', SAMPLE)).toEqual({ code: 0, output: shown });
  });

  it('proposes what a site’s policy takes beside what it has', async () => {
    const { code, output } = await migrate('--file', SAMPLE, '--json');
    expect(code, output).toBe(0);
    const { policy } = JSON.parse(output) as { policy: Pick<Policy, 'thresholds'> };
    const service = await startService({ worker: false });
    onTestFinished(() => service.stop());
    const url = '/v1/policy';
    const own = { words: { banned: ['rutabaga'] } };
    await service.app.inject({ method: 'PUT', url, payload: own, headers: service.asSite });
    const read = await service.app.inject({ url, headers: service.asSite });
    const inForce = read.json<{ policy: Policy }>().policy;
    const thresholds = { ...inForce.thresholds, ...policy.thresholds };
    const payload = { ...inForce, thresholds };
    const written = { method: 'PUT', url, payload, headers: service.asSite } as const;
    const answer = await service.app.inject(written);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json<{ policy: Policy }>().policy).toMatchObject({ ...own, ...policy });
  });

  it('names lines that it cannot read by number and rule, and quotes none', async () => {
    const file = await logOf(
      { text: 'A fine day, thank you.', scores: { TOXICITY: 0.02 } },
      'You secret idiot',
      { text: 'You secret idiot', scores: { TOXICITY: 7 } },
      { text: 'You stupid idiot.', scores: { TOXICITY: 0.95 } },
    );
    const { code, output } = await migrate('--file', file);
    expect(code).toBe(0);
    expect(output).toMatch(/^line 2: .+\nline 3: .+$/m);
    expect(output).toContain('2 texts scored');
    expect(output).not.toMatch(/secret|fine day/);
  });

  it('says in one sentence what is wrong', async () => {
    const empty = await logOf('');
    for (const [args, sentence] of [
      [[], 'No file: give --file log.jsonl; see --help.\n'],
      [['--file', '/nowhere/log.jsonl'], /^Cannot read \/nowhere\/log.jsonl: ENOENT.*\n$/],
      [['--file', empty], `${empty} has no line that can be used.\n`],
      [['--file', SAMPLE, '--threshold', '2'], /^--threshold must be .*, not "2"\.\n$/],
      [['--fil'], /^Unknown option '--fil'.*\n$/],
    ] as const) {
      const { code, output } = await migrate(...args);
      expect(code).toBe(1);
      expect(output).toEqual(
        typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
      );
    }
  });
});
