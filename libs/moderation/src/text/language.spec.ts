import { describe, expect, it } from 'vitest';
import { languageOf } from './language.js';

describe('the language of a text', () => {
  it.each([
    ['The mayor has done nothing at all for the people of this town.', 'en'],
    ['Der Bürgermeister hat für die Leute in dieser Stadt gar nichts getan.', 'de'],
    ['市長根本沒有為這個城市的居民做任何事。', 'zh'],
    ['天氣好', 'zh'],
    ['市長はこの町の人々のために何もしていない。', 'ja'],
    ['시장은 이 도시의 주민들을 위해 아무것도 하지 않았다.', 'ko'],
    ['Agreed!', null],
    ['', null],
    ['12345 !!! 😀', null],
    ['我同意 what the mayor has said about the new bridge over the river.', 'en'],
  ])('of %j is %s', (body, language) => {
    expect(languageOf(body)).toBe(language);
  });
});
