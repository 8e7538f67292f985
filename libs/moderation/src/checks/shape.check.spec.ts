import { describe, expect, it } from 'vitest';
import type { Signal } from '../check.js';
import { contextOf, marked } from './context.fixture.js';
import { shapeCheck } from './shape.check.js';

const check = (body: string): Signal[] => shapeCheck.run(contextOf(body)) as Signal[];

describe('capitals', () => {
  it.each([
    ['«THIS IS AN OUTRAGE AND YOU ALL KNOW IT»!!!'],
    ['«WAKE UP PEOPLE, THEY ARE LYING TO YOU»'],
    ['Listen. «NOBODY VOTED FOR THIS AND NOBODY WANTS IT».'],
    ["«DON’T TELL ME WHAT I CAN'T SAY IN MY OWN COUNTRY»"],
    ['«ВСЕ ЭТО ЛОЖЬ И ВЫ ЭТО ЗНАЕТЕ»'],
    ['«DAS IST EINE FRECHHEIT UND ALLE WISSEN ES»'],
  ])('%s', (text) => {
    const { body, spans } = marked(text);
    expect(check(body)).toMatchObject([{ label: 'capitals', reason: 'CAPITALS', spans }]);
  });

  it.each([
    'The FBI, CIA, NSA, DEA, ATF, IRS and NATO met UNESCO and UNICEF in the USA.',
    'NATO, UNESCO, UNICEF, FIFA, UEFA, IAEA, OPEC',
    'AT&T / IBM / NASA / BBC / CNN / NBC / CBS',
    'NO!',
    'I AM SO HAPPY',
    'This is NOT what I meant, and you KNOW it.',
    'BREAKING: the mayor has resigned after eleven years of promising a bypass that never came',
    'https://example.com/THIS/IS/A/LINK/IN/CAPITALS/ONLY/AND/LONG',
    'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z',
    '这个城市的公交车太少了，真的太少了。',
    'كيف حالك اليوم يا صديقي العزيز',
    '1234 5678 9012 3456',
    '',
  ])('not in: %s', (body) => {
    expect(check(body).filter(({ label }) => label === 'capitals')).toEqual([]);
  });
});

describe('gibberish', () => {
  it.each([
    ['«asdfghjkl»', 'GIBBERISH'],
    ['«asdfghjkl» «qwertyuiop»', 'GIBBERISH'],
    ['«sdkfjhskdjfh» «skdjfhskdf»', 'GIBBERISH'],
    ['«xkcvbnmsdfgh»', 'GIBBERISH'],
    ['«aaaaaaaaaaaaaaaaaaaaaaaa»', 'REPEATED_CHARACTER'],
    ['«ffffffffffffffffff» «dddddddddddddd»', 'REPEATED_CHARACTER'],
    ['«lkjdsf» «pqowjr» «zxmvnb»', 'GIBBERISH'],
    ['«asdf» «asdf» «lkjh»', 'GIBBERISH'],
    ['000000000000000000', 'REPEATED_CHARACTER'],
    ['?!?!?!!!!!????!!!!!!', 'PUNCTUATION_ONLY'],
    ['............................', 'PUNCTUATION_ONLY'],
    ['----------------------------', 'PUNCTUATION_ONLY'],
    ['\u200b\u200b\u200b', 'INVISIBLE_TEXT'],
    ['\u3164', 'INVISIBLE_TEXT'],
    ['\u2800 \u2800', 'INVISIBLE_TEXT'],
    ['«Z̴̡̢̛͖a̸̡̢̛͖l̴̡̢̛͖g̸̡̢̛͖ơ̴̡̢͖»'.replace('«', '').replace('»', ''), 'STACKED_MARKS'],
  ])('%s', (text, reason) => {
    const { body, spans } = marked(text);
    const [signal] = check(body).filter(({ label }) => label === 'gibberish');
    expect(signal?.reason).toBe(reason);
    if (spans.length > 0) expect(signal?.spans).toEqual(spans);
  });

  it.each([
    'hahahahahahahahahaha',
    'jajajajajaja',
    'kkkkkkkkkkkkkkkkkkkkkk',
    'wwwwwwwwwwwwwwww',
    'xaxaxaxaxaxa хахахахаха',
    'ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ',
    '哈哈哈哈哈哈哈哈哈哈哈哈哈哈',
    '55555555555555',
    'lololololol',
    'Nooooooooooooooooooooo way!',
    'Goooooooooooooooooool!!!',
    'Brasilllllllllllllll',
    'hmmmmmmmmm, pfffffffft, grrrrrrrr, shhhhhhh, zzzzzzzz',
    '😂😂😂😂😂😂😂😂😂😂😂😂😂😂😂😂',
    '🇺🇦🇺🇦🇺🇦',
    '!!!',
    '???',
    '????',
    '?!?!?!?!?!',
    '.',
    '...',
    '^^',
    '👏',
    '))))))))))))))))))))',
    ':-))))))))))))))))))',
    '¯\\_(ツ)_/¯ (╯°□°)╯︵ ┻━┻',
    '❤❤❤❤❤❤❤❤❤❤❤❤❤❤❤❤❤❤❤❤',
    '88888888888888',
    '1000000000000000',
    'Fjarðabyggð, Kjartan og Hafnarfjörður',
    'Hrvatska vojska, najbolji; Wszczęto śledztwo w Bydgoszczy',
    'Ngqongqoshe, uqhube, intlanganiso; kuv xav txhais lus',
    'Strč prst skrz krk, čtvrthrst zrn.',
    'Angstschweiß, Rechtsschutzversicherung, Borschtsch',
    'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    'Krzyżewski, Brzęczyszczykiewicz, Szczebrzeszyn',
    'Nguyễn Văn Thiệu đã nói như vậy.',
    'rhythms, syzygy, crwths, twyndyllyngs',
    'HTTPS, XMLHTTP, NSDAP, DSLRs, GmbH, kWh, PhD, WTFPL',
    'My keyboard is a QWERTY, his an AZERTY one.',
    'TSMC makes chips for NVDA; the SPDR ETF trades on NYSE.',
    'https://example.com/sdkfjhskdjfhskdjfh',
    '#blacklivesmatter #bvbfcb @sdkfjhsdkf says hi',
    'Ich heiße Schmidt und wohne in Düsseldorf.',
    'ขอบคุณมากครับสำหรับข่าวนี้',
    'मुझे यह लेख बहुत पसंद आया',
    'இது மிகவும் நல்ல செய்தி',
    'תודה רבה על הכתבה המצוינת',
    'شكرا جزيلا على هذا المقال الرائع',
    '좋은 기사 감사합니다',
    'Σας ευχαριστώ πολύ για το άρθρο',
    'Приветствую всех вас, взбзднуть',
    'İstanbul’da yaşıyorum, çok güzel',
    'Ok',
    'A',
    '+1',
    '',
  ])('not in: %s', (body) => {
    const found = check(body).filter(({ label }) => label === 'gibberish');
    expect(found.filter(({ reason }) => body !== '' || reason !== 'INVISIBLE_TEXT')).toEqual([]);
  });
});
