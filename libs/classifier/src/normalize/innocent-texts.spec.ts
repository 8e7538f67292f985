import { describe, expect, it } from 'vitest';
import { normalized } from './normalize.fixture.js';

describe('an innocent text stays as it is, but for case', () => {
  it.each([
    '',
    ' ',
    'The class of Scunthorpe read Dickens in Sussex.',
    'Assess the assassin; a cocktail for the therapist, a grape for the analyst.',
    '4x4, 2nd, U2, B52, 1980s, $5m, A4, he/she, C3PO, R2D2, 7zip, i18n, k8s, W3C',
    'H2O, CO2, CH4, NH3, C6H12O6, H2SO4, H1N1, covid19, MP3, IPv4, utf8, sha256',
    'at 10:30, 3pm, 5am, 10th, 1st, 24/7, 9/11, 50/50, 2-0, 5-4, 1,000.50',
    'flight 717, A55, A555, M5, T-72, Su-25, F-16, AK-47, B-52, COVID-19, GPT-4',
    '45-55, 1-1-1, 5 - 5, a $ 5 note, I have a $ 5 bill, 4 5 5',
    'costs $5, $45.50, 5€, £5m, 455$, earn $$$ fast, 100k, 16GB, 10km, 500ml',
    'C++, C#, F#, A+, LGBTQ+, AT&T, R&B, Q&A, H&M, B&B, R&D',
    'U S A, U.S., U.S.A., F.B.I., A.C.L.U., N.A.T.O., D.C., e.g. this, i.e. that, Ph.D.',
    'J.R.R. Tolkien, J. K. Rowling, George W. Bush, A. A. Milne, T.S. Eliot',
    'a b c, a-b-c, a/b/c, x, y, z',
    'a b c d e f g h i j k l m n o p q r s t u v w x y z',
    'vitamin C, plan B, I think; plan A I like',
    'push-it, finish_it, wash-it, well-known, state-of-the-art, co-op, t-shirt, x-ray, e-mail',
    "don't, it's, rock'n'roll, the o'clock, y'all",
    ':P xD :-D 8) o_O <3 T_T ^_^ ;) :3 >:( -_- (: O.o >_< :-/ D:',
    'wow!!!now no!!way yes|no this+that',
    'an A* in class, a 5* house, 2*3=6, *very* good, **word** text, a note**, **a** word',
    'f(x) = sh(x), class(es), word(s), fun(k)y, fu(nk)',
    'foo_bar, size_t, std::cout, i++, arr[i], a||b, x=1, $scope, $name, #idea, #1',
    '@dickens and @assange wrote to @ss_enterprise',
    'https://example.com/f.u.c.k/sh1t?a=@ss&b=fcuk and www.stuupid.example/sh1t',
    'bob.sh1t@example.org and example.com/sh1t and sh1t.net.',
    'so...well... and then... I can.is it? So.We go',
    'I---no, he said -- a--- what',
    'World War III, XXIII, CCC, hmm, www, aaron, skiing, vacuum, llama, success',
    'Cnut and the carp in the lair',
    'we met at 4 p.m. on Jan. 5. a bit late',
    'über naïve café año façade Zoë Ærø Łódź',
    'Он сказал: какой сосок? Это уют. Рот, нос, хор.',
    'Γεια σας, τι κάνετε;',
    'كيف حالك اليوم שלום नमस्ते สวัสดี 안녕하세요',
    '这个城市的公交车太少了。',
    'まったくその通りだと思います。',
    '😀 🤡 🇺🇸 🇬🇧🇫🇷 👍🏽 ♥ ™ © ° §5',
    'half a ½'.slice(0, 4),
  ])('%s', (text) => expect(normalized(text)).toBe(text.toLowerCase()));
});

describe('the form of characters is made one', () => {
  it.each([
    ['“Don’t”, he said', '"don\'t", he said'],
    ['a\t\r\n b\u00a0\u3000c', 'a b c'],
    ['wait… ﬁne №5', 'wait... fine no5'],
    ['ＡＢＣ １２３', 'abc 123'],
    ['cafe\u0301', 'café'],
    ['漢字與體育，臺灣', '汉字与体育,台湾'],
    ['ΣΑΣ İstanbul', 'σασ istanbul'],
    ['и\u0306', 'й'],
    ['\ud800x\udc00', '\ufffdx\ufffd'],
    ['👨‍👩‍👧 ❤️', '👨👩👧 ❤'],
    ['ﷺ', 'ﷺ'],
  ])('%s', (text, form) => expect(normalized(text)).toBe(form));
});
