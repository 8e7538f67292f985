/** Letters in brackets, squares and circles that no compatibility form gives: their order in Unicode gives the letter. */
const ENCLOSED = [0x249c, 0x1f110, 0x1f130, 0x1f150, 0x1f170];
const FIRST_INDICATOR = 0x1f1e6;

/** The ASCII letter that a character encloses, as in `⒜`, `🅐`, `🄰`; `null` if it encloses none. */
export function enclosedLetter(codePoint: number): string | null {
  const first = ENCLOSED.find((start) => codePoint >= start && codePoint < start + 26);
  return first === undefined ? null : String.fromCharCode(97 + codePoint - first);
}

/** Which letter a regional indicator, half of a flag, stands for: 0 to 25; -1 for any other character. */
export function regionalIndicator(high: number, low: number): number {
  if (high !== 0xd83c) return -1;
  const index = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00) - FIRST_INDICATOR;
  return index >= 0 && index < 26 ? index : -1;
}

/** The regions that have a flag (ISO 3166-1 with EU, UN and XK). */
const REGIONS = new Set(
  (
    'adaeafagaialamaoaqarasatauawaxazbabbbdbebfbgbhbibjblbmbnbobqbrbsbtbvbwbybzcacccdcfcgchcickclcmcncocpcrcucvcwcxcycz' +
    'dedgdjdkdmdodzeaeceeegehereseteufifjfkfmfofrgagbgdgegfggghgiglgmgngpgqgrgsgtgugwgyhkhmhnhrhthuicidieiliminioiqirisit' +
    'jejmjojpkekgkhkikmknkpkrkwkykzlalblclilklrlsltlulvlymamcmdmemfmgmhmkmlmmmnmompmqmrmsmtmumvmwmxmymznancnenfngninlnonp' +
    'nrnunzompapepfpgphpkplpmpnprpsptpwpyqarerorsrurwsasbscsdsesgshsisjskslsmsnsosrssstsvsxsysztatctdtftgthtjtktltmtntotr' +
    'tttvtwtzuaugumunusuyuzvavcvevgvivnvuwfwsxkyeytzazmzw'
  ).match(/../g),
);

/** Whether two regional indicators, given as letters, show the flag of a region. */
export const isRegion = (code: string): boolean => REGIONS.has(code);
