import { EMOJI_BASE } from './unit-tables.js';

/** What an emoji is used for in advertisements. */
export const EmojiBit = { money: 1, point: 2 } as const;

const BITS = new Uint8Array(0x1000);
const MONEY = '💰💵💸🤑💲💳💹📈📊💎🪙🚀🎁🎉🏆💯🔥✅';
const POINT = '👉👇👆👈☝⬇➡⬆⬅☎📞📲📱📩📧✉💌🔗🔔🌐⤵🔽🔜📍📌';
for (const [emoji, bit] of [
  [MONEY, EmojiBit.money],
  [POINT, EmojiBit.point],
] as const) {
  for (const one of emoji) {
    const place = (one.codePointAt(0) ?? 0) & 0xfff;
    BITS[place] = (BITS[place] as number) | bit;
  }
}

/** The bits of a folded emoji. */
export function emojiBits(unit: number): number {
  return BITS[(unit - EMOJI_BASE) & 0xfff] as number;
}
