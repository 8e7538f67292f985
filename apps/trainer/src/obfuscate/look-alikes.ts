import { pick, type Random } from './random.js';

/** Letters of other scripts and styles that pass for a Latin one, chosen by eye. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'аαàáâäãåāǎɑạａⓐ𝐚𝒶',
  b: 'ЬƅḅɓｂⓑƄ𝐛',
  c: 'сϲçćⅽⲥｃⓒ𝐜',
  d: 'ԁɗḍⅾⓓ𝐝',
  e: 'еёèéêëēęẹｅⓔ𝐞',
  f: 'ƒẝḟｆⓕ𝐟ꜰ',
  g: 'ɡģğġɢｇⓖ𝐠',
  h: 'һհḥｈⓗ𝐡',
  i: 'іìíîïīıịｉⓘⅰ𝐢',
  j: 'јϳĵｊⓙ𝐣',
  k: 'кκķḳｋⓚ𝐤',
  l: 'ӏⅼļḷŀｌⓛ𝐥',
  m: 'мṃⅿｍⓜ𝐦',
  n: 'пñńņոｎⓝ𝐧',
  o: 'оοòóôöõōօｏⓞ𝐨',
  p: 'рρṗｐⓟ𝐩',
  q: 'ԛզｑⓠ𝐪',
  r: 'гŕřṛｒⓡ𝐫',
  s: 'ѕśşšṣꜱｓⓢ𝐬',
  t: 'тτţťṭｔⓣ𝐭',
  u: 'υùúûüūսụｕⓤ𝐮',
  v: 'ѵνṿｖⓥⅴ𝐯',
  w: 'ԝωŵẁｗⓦ𝐰',
  x: 'хχẋｘⓧⅹ𝐱',
  y: 'уγýÿŷｙⓨ𝐲',
  z: 'ᴢźżžẓｚⓩ𝐳',
};
const AS_IT_IS = 0.45;

/** Look-alikes for some letters, at least one. */
export function toLookAlikes(word: string, random: Random): string {
  const letters = Array.from(word);
  const sure = Math.floor(random() * letters.length);
  return letters
    .map((letter, index) => {
      const choice = LOOK_ALIKES[letter.toLowerCase()];
      if (choice === undefined || (index !== sure && random() < AS_IT_IS)) return letter;
      return pick(Array.from(choice), random);
    })
    .join('');
}
