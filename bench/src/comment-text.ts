const WORDS =
  'about after again air all almost always answer around ask autumn back bank because before better between bicycle board bridge budget build bus call canal carry center change charge child city class clear close coal cold column committee concert corner cost council count country course crossing daily data decide degree delay district door draft early earth east economy effect electric engine enough evening every factory fair family farm fast father ferry field figure final first floor forest form fund garden gate glass government ground group growth half harbor heat high hill history holiday home hospital house idea interest island issue job journal judge key kitchen lake land large last late law leader letter level library light line list local long lunch machine main map market matter measure meeting member mill minister minute mobile money month morning mountain museum music name nature near neighbor network new news night noise north nothing notice number office old open order page paper parish park part past path pension people permit piece place plan platform point police pool port post power press price private project public quarter question quiet rail rain reader reason record region rent repair report rest rise river road roof room route rule safe sale school season second section service share shop short side signal site small snow social south space speech square stadium stage station step stone storm story street strike student summer supply support table tariff tax teacher term test theater ticket time timber today tower town trade traffic train tram tunnel turn union update valley value village vote wage wait walk wall water weather week west wheel wind window winter woman work worker year zone'.split(
    ' ',
  );

/** A civil comment of 20 to 60 ordinary words, equal for equal numbers and unlike that of any other number. */
export function commentText(number: number): string {
  const random = generator(number);
  const words = Array.from(
    { length: 20 + (random() % 41) },
    () => WORDS[random() % WORDS.length] ?? 'word',
  );
  return `Comment ${number}: ${words.join(' ')}.`;
}

/** Mulberry32, a small generator whose numbers can be had again (Tommy Ettinger, public domain). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return (value ^ (value >>> 14)) >>> 0;
  };
}
