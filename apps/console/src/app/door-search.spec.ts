import { expect, it, test } from 'vitest';
import { readDoorSearch } from './door-search.js';

it('goes on where one wanted to go', () => {
  expect(readDoorSearch({ next: '/queue/held?label=spam' })).toEqual({
    next: '/queue/held?label=spam',
  });
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 7])(
  'does not go on to %s',
  (next) => {
    expect(readDoorSearch({ next })).toEqual({});
  },
);
