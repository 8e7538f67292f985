import { describe, expect, it } from 'vitest';
import { normalized } from './normalize.fixture.js';

/** Each line: as it is written, as it reads. */
function cases(text: string): [written: string, read: string][] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [written = '', read = ''] = line.split('=>');
      return [written.trim(), read.trim()];
    });
}

describe('leetspeak inside words is read', () => {
  it.each(
    cases(`
    what sh1t => what shit
    you @ss => you ass
    an a$$hole => an asshole
    1d10t => idiot
    a l0ser here => a loser here
    @$$ => ass
    a55hole => asshole
    b1tch => bitch
    5hit and $hit => shit and shit
    mor0ns! => morons!
    f4g => fag
    b!tch => bitch
    b!+ch, sh!+ => bitch, shit
    the c|0wn => the clown
    c10wn => clown
    cl0wn-like => clown-like
    h3ll0 w0rld => hello world
    $hould, c0untry => should, country
    sh1iiit => shit
    a$$$hole => asshole
  `),
  )('%s', (written, read) => expect(normalized(written)).toBe(read));
});

describe('letters that stand apart are joined', () => {
  it.each(
    cases(`
    i d i o t => idiot
    an I D I O T! => an idiot!
    i.d.i.o.t => idiot
    you i.d.i.o.t. => you idiot.
    s-t-u-p-i-d => stupid
    i - d - i - o - t => idiot
    i * d * i * o * t => idiot
    s/t/u/p/i/d => stupid
    i,d,i,o,t => idiot
    f u c k i n g great => fucking great
    y o u a r e a n i d i o t => you are an idiot
    1 d 1 0 t => idiot
    r a n d o m letters => random letters
    i d i o t i d i o t => idiot idiot
    i👏d👏i👏o👏t => idiot
    a.s.s => ass
  `),
  )('%s', (written, read) => expect(normalized(written)).toBe(read));
});

describe('words that a sign cuts in pieces are joined', () => {
  it.each(
    cases(`
    id.iot => idiot
    stu*pid => stupid
    stu-pid => stupid
    mo·ron => moron
    fu_cking => fucking
    mother-fuc-ker => motherfucker
    stu|pid => stupid
    id.i0t => idiot
  `),
  )('%s', (written, read) => expect(normalized(written)).toBe(read));
});

describe('letters drawn out are folded to the known word', () => {
  it.each(
    cases(`
    coooool => cool
    goood => good
    fuuuuck => fuck
    stuuupid => stupid
    stuupid => stupid
    FUUUUUCKKKK => fuck
    asssshole => asshole
    toooo => too
    offff => off
    booook and boooot => book and boot
    zzzzqqqq => zzqq
    loool => lol
    hmmmm => hmm
    coffeeee => coffee
  `),
  )('%s', (written, read) => expect(normalized(written)).toBe(read));
});

describe('masked words are read', () => {
  it.each(
    cases(`
    f*ck => fuck
    f**k => fuck
    sh*t happens => shit happens
    b*tch => bitch
    f#ck => fuck
    s*** => shit
    f***ing => fucking
    bull**** => bullshit
    motherf***er => motherfucker
    f@ck => fuck
    f-ck => fuck
    sh_t => shit
    c.nt => cunt
    s--t => shit
    a**hole => asshole
    F*CKED => fucked
    "f*ck!" => "fuck!"
    wh*re's => whore's
  `),
  )('%s', (written, read) => expect(normalized(written)).toBe(read));
});

describe('swapped letters are put right', () => {
  it.each(
    cases(`
    fcuk => fuck
    stpuid => stupid
    idoit => idiot
    bulslhit => bullshit
    Dikc => dick
  `),
  )('%s', (written, read) => expect(normalized(written)).toBe(read));
});

describe('look-alike letters are read as Latin', () => {
  it.each([
    ['іdіоt', 'idiot'],
    ['fυck', 'fuck'],
    ['ｉｄｉｏｔ', 'idiot'],
    ['𝕚𝕕𝕚𝕠𝕥', 'idiot'],
    ['𝖋𝖚𝖈𝖐', 'fuck'],
    ['ⓘⓓⓘⓞⓣ', 'idiot'],
    ['⒤⒟⒤⒪⒯', 'idiot'],
    ['ꜰᴜᴄᴋ', 'fuck'],
    ['ɪᴅɪᴏᴛ', 'idiot'],
    ['🅸🅳🅸🅾🆃', 'idiot'],
    ['🄸🄳🄸🄾🅃', 'idiot'],
    ['🅱itch', 'bitch'],
    ['🇫🇺🇨🇰', 'fuck'],
    ['🇸🇭🇮🇹', 'shit'],
    ['Fück', 'fuck'],
    ['ídiot', 'idiot'],
    ['ïdïöt', 'idiot'],
    ['sтuрid', 'stupid'],
    ['ѕhіt and 5hіt', 'shit and shit'],
    ['і d і о t', 'idiot'],
    ['what a silly аѕѕ', 'what a silly ass'],
    ['he𝟙𝟙o', 'hello'],
  ])('%s', (written, read) => expect(normalized(written)).toBe(read));
});

describe('what shows nothing is dropped', () => {
  it.each([
    ['id\u200biot', 'idiot'],
    ['f\u00adu\u00adc\u00adk', 'fuck'],
    ['\u202eidiot\u202c', 'idiot'],
    ['i\ufeffdi\u2060o\u200dt\ufe0f', 'idiot'],
    ['st\u{e0061}upid', 'stupid'],
    ['i̷̢d̸i̶o̷t̵', 'idiot'],
    ['stu\u0001pid', 'stupid'],
  ])('%j', (written, read) => expect(normalized(written)).toBe(read));
});
