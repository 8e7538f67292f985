import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REASON_CODES } from '#moderation';
import { PROJECT_FOLDER } from '../harness/processes.js';

const MESSAGES = join(PROJECT_FOLDER, 'apps/console/src/messages');
const catalog = (name: string): string[] =>
  Object.keys(JSON.parse(readFileSync(join(MESSAGES, name), 'utf8')) as object);

it('has a Chinese sentence for every reason, and for nothing else', () => {
  expect(catalog('reasons.zh-hant.json').sort()).toEqual(
    REASON_CODES.map((code) => `reason.${code}`).sort(),
  );
});
