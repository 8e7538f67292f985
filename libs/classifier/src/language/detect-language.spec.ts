import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from './detect-language.js';
import { normalizer, offensive, vocabulary } from './language.fixture.js';

const languageOf = (text: string): string =>
  detectLanguage(normalizer.normalize(text), text, vocabulary, offensive);

describe('English', () => {
  test.each([
    [
      'what people write',
      'People in this city know how the paper works, and they read it every day.',
    ],
    [
      'with names of people and places',
      'Gonzalez said the school in Scheveningen would take two years',
    ],
    ['in capitals', 'THIS IS WHAT THEY WANT YOU TO KNOW'],
    ['disguised', 'you are such a f.u.c.k.i.n.g 1d10t and every one of us can see it'],
    ['in look-alike letters', 'yоu аre а stuрid liаr аnd еveryone knоws it, gо hоme'],
    ['misspelled', 'i dont no wat u want but dis is real stuped'],
    ['of one name and an insult', 'tiderolls is a moron'],
    [
      'with a word of another language',
      'The committee said no comprendo and went home to talk about it',
    ],
    [
      'with Chinese in it',
      'The first word in the letter is 你好 and that is how people say hello in the city',
    ],
    ['with an address', 'see https://www.beispiel.de/warum-die-stadt-nicht-baut for the story'],
    ['an account and a word', '@dieter_schmidt liar'],
  ])('%s', (_, text) => {
    expect(languageOf(text)).toBe('en');
  });

  test.each([
    ['of a name and a curse', 'Ruylong motherfucker', true],
    ['of a name and a word that nobody knows', 'Ruylong Motrafkar von Holzen', false],
    ['of one word, over and over', 'dicks '.repeat(30), true],
    ['with an odd spelling or two and a curse', 'holelstn u sunava bitch mumWelcome', true],
  ])('what is %s', (_, text, isEnglish) => {
    expect(languageOf(text) === 'en').toBe(isEnglish);
  });

  test.each([
    'lol ok',
    'nice',
    'no u',
    'smh',
    'kys',
    'hmmm',
    'die',
    'Bravo!',
    'u suck',
    'aaaaaaaaargh',
  ])('what is too short to tell: %s', (text) => {
    expect(languageOf(text)).toBe('en');
  });

  test.each([
    '',
    '   ',
    '🤮🤮🤮',
    '???',
    '2026',
    '👍🏽 10/10',
    '\u200b',
    '\ud83d',
    '@dieter',
    '¯\\_(ツ)_/¯',
    'ಠ_ಠ',
  ])('what has no words: %j', (text) => {
    expect(languageOf(text)).toBe('en');
  });
});

describe('other languages', () => {
  test.each([
    ['zh', '这篇文章真是胡说八道'],
    ['zh', '謝謝分享'],
    ['zh', '垃圾'],
    ['zh', '这个 app 很好用, 大家都在 iPhone 上用'],
    ['zh', '超好の文章大家快来看看吧真不错'],
    ['ja', 'これは本当にひどい記事ですね'],
    ['ja', 'ありがとう'],
    ['ko', '정말 말도 안 되는 소리'],
    ['ru', 'Это полная чушь, что вы пишете'],
    ['ru', 'Заткнись, идиот'],
    ['ar', 'هذا كلام فارغ تماما'],
    ['hi', 'यह बिल्कुल बकवास है'],
    ['pt', 'Não acredito que isso aconteceu de novo'],
    ['pt', '@user @user você é um idiota e não sabe de nada https://t.co/abc'],
    ['es', 'No entiendo por qué nadie dice nada de esto'],
    ['es', 'Eres un imbécil y no sabes de lo que hablas'],
    ['de', 'Ich verstehe nicht, warum die Stadt das nicht schon längst gemacht hat'],
    ['de', 'Wer hat denn bitte diesen Mist bezahlt'],
    ['fr', 'Je ne comprends pas pourquoi on paie encore des impôts pour ça'],
    ['it', 'Bisogna fare qualcosa per il traffico in centro'],
    ['nl', 'Ik snap niet waarom de gemeente dit niet eerder heeft gedaan'],
    ['tr', 'Çok güzel bir yazı, teşekkürler'],
    ['pl', 'Nie wierzę, że to się znowu stało'],
    ['sv', 'Jag kan inte tro att det hände igen'],
    ['ro', 'Nu pot să cred că s-a întâmplat iar'],
    ['fi', 'En voi uskoa että tämä tapahtui taas'],
  ])('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  test.each([
    'Kamu bodoh dan tidak tahu apa-apa',
    'Tôi không hiểu tại sao họ làm vậy',
    'ქართული ენა',
  ])('one that the detector does not know is not called English: %s', (text) => {
    expect(languageOf(text)).not.toBe('en');
  });
});

test('takes time in proportion to the length, and no more than the beginning of a long text needs', () => {
  const long = 'Ich weiß nicht, was das soll. '.repeat(20_000);
  const start = process.cpuUsage();
  expect(languageOf(long)).toBe('de');
  // Microseconds of the processor, which others may use meanwhile.
  expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
});

test('gives a tag for whatever string, broken surrogates included', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 30 }), (parts) => {
      expect(languageOf(parts.join(' '))).toMatch(/^[a-z]{2,3}$/);
    }),
  );
  for (const unit of ['\ud83d', '\udc00', '\u0000', 'ß', '字', 'ツ', 'é']) {
    expect(languageOf(`ab ${unit.repeat(1_000)}`)).toMatch(/^[a-z]{2,3}$/);
  }
});
