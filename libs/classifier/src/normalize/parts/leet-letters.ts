/** The letters that digits and signs stand for, the likeliest first. Not `2`: `2nd` and `2day` are too common. */
const READINGS: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'il', '3': 'e', '4': 'a', '5': 's', '6': 'g', '7': 't', '8': 'b', '9': 'g' },
  ...{ '@': 'a', $: 's', '!': 'il', '|': 'il', '+': 't', '(': 'c', '€': 'e', '£': 'l', '¢': 'c' },
  ...{ '¥': 'y', '¡': 'i', '§': 's', '†': 't' },
};

/** Behind the last of the signs, which is `€`. */
const LIMIT = 0x20ad;
const first = new Uint8Array(LIMIT);
const second = new Uint8Array(LIMIT);
for (const [sign, letters] of Object.entries(READINGS)) {
  first[sign.charCodeAt(0)] = letters.charCodeAt(0);
  second[sign.charCodeAt(0)] = letters.charCodeAt(1) || 0;
}

/** The letter that a digit or sign most likely stands for, 0 if for none. */
export const leetLetter = (unit: number): number => (unit < LIMIT ? (first[unit] as number) : 0);

/** The other letter that it may stand for, 0 if there is none. */
export const otherLeetLetter = (unit: number): number =>
  unit < LIMIT ? (second[unit] as number) : 0;
