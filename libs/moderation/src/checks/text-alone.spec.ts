import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../check.js';
import { contextOf } from './context.fixture.js';
import { defaultChecks } from './index.js';
import { scorerCheck } from './scorer.check.js';

const scorer = scorerCheck('model', {
  ...{ name: 'model', version: '1' },
  score: () => ({ labels: [{ label: 'insult', score: 0.5, spans: [] }] }),
});

/** A context that lets nobody see more of it than the comment's text and language. */
function textAlone(body: string): CheckContext {
  const only = <T extends object>(object: T, visible: readonly PropertyKey[]): T =>
    new Proxy(object, {
      get: (target, name) => {
        if (visible.includes(name)) return Reflect.get(target, name) as unknown;
        throw new Error(`It looked at ${String(name)}.`);
      },
    });
  const context = contextOf(body);
  const comment = only(context.comment, ['body', 'language']);
  return only({ ...context, comment }, ['comment']);
}

describe('a check that says it looks at the text alone', () => {
  const checks = [...defaultChecks(), scorer].filter((check) => check.textAlone);

  it.each(checks.map((check) => [check.name, check] as const))(
    'looks at nothing else: %s',
    async (_, check) => {
      for (const body of ['YOU ARE ALL SO VERY WRONG http://a.example', 'asdkjfhaskdjf', '!!!!'])
        await expect(Promise.resolve(check.run(textAlone(body)))).resolves.toBeInstanceOf(Array);
    },
  );

  it('is each scorer, which takes its time, and what looks at the shape', () => {
    expect(checks.map(({ name }) => name)).toEqual(['shape', 'model']);
  });
});
