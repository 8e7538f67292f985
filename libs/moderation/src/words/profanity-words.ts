/**
 * How strongly a word weighs, as the score of the label `profanity`:
 * - slur: an attack on a group, whatever is said with it;
 * - strong: sexual insult or obscenity;
 * - ambiguous: a slur or obscenity that is also an everyday word;
 * - mild: what most newsrooms let pass.
 *
 * Obscenity's data does not grade its words, and under the default policy (hold from 0.7) only the first two hold.
 */
export const SEVERITY = { slur: 1, strong: 0.8, ambiguous: 0.5, mild: 0.3 } as const;
export type Severity = keyof typeof SEVERITY;

/** Obscenity's English words that are used as they are. */
export const KEPT: Readonly<Record<string, Severity>> = {
  africoon: 'slur',
  arabush: 'slur',
  boonga: 'slur',
  chingchong: 'slur',
  tranny: 'slur',
  abo: 'ambiguous',
  abeed: 'ambiguous',
  chink: 'ambiguous',
  spastic: 'ambiguous',
  hooker: 'ambiguous',
  semen: 'ambiguous',
  blowjob: 'strong',
  buttplug: 'strong',
  cock: 'strong',
  cunt: 'strong',
  deepthroat: 'strong',
  dildo: 'strong',
  doggystyle: 'strong',
  'double penetration': 'strong',
  felch: 'strong',
  fellatio: 'strong',
  'finger bang': 'strong',
  fisting: 'strong',
  gangbang: 'strong',
  handjob: 'strong',
  hentai: 'strong',
  'jerk off': 'strong',
  jizz: 'strong',
  lubejob: 'strong',
  masturbate: 'strong',
  pussy: 'strong',
  slut: 'strong',
  twat: 'strong',
  whore: 'strong',
  ejaculate: 'ambiguous',
  orgy: 'ambiguous',
  arse: 'mild',
  bastard: 'mild',
  bollocks: 'mild',
  boob: 'mild',
  piss: 'mild',
  shit: 'mild',
  tit: 'mild',
  turd: 'mild',
  wank: 'mild',
  prick: 'mild',
};

/**
 * Obscenity's words that are not used, with what was the matter. All others must be in `KEPT` or `REPLACED`; a test
 * fails when a new version of obscenity brings a word that nobody has looked at.
 */
export const DROPPED: Readonly<Record<string, string>> = {
  anal: 'matches inside Kanal, Vanalen and names; medical otherwise',
  anus: 'medical, and inside names',
  bestiality: 'what the news reports on',
  incest: 'what the news reports on',
  penis: 'what the news reports on',
  porn: 'what the news reports on',
  scat: 'hits $CAT, and is a way to sing',
  rape: 'what the news reports on',
  sex: 'what the news reports on',
  vagina: 'what the news reports on',
};

/** A word that is matched otherwise than obscenity matches it. */
export interface ReplacedWord {
  /** Obscenity's name for it, or a name of ours; `null`: each pattern is a word of its own. */
  word: string | null;
  severity: Severity;
  patterns: readonly string[];
  why: string;
}

/** Words whose patterns in obscenity hit everyday words; these stand in for them. Syntax: obscenity's patterns. */
export const REPLACED: readonly ReplacedWord[] = [
  {
    word: 'fuck',
    severity: 'strong',
    patterns: [
      'fuck',
      '|fuk|',
      '|fuker',
      '|fukin',
      '|fck',
      'fvck',
      'phuck',
      '|fuc|',
      '|fcuk|',
      '|fuq|',
    ],
    why: 'f[?]ck hits feckless and Fackler, fuk hits Fukushima, fu and fk hit names',
  },
  {
    word: 'nigger',
    severity: 'slur',
    patterns: ['nigger', 'nigga', '|nigg|', '|nigs|', '|niglet'],
    why: 'n[i]gga hits the Malay tinggal, hingga and nggak',
  },
  {
    word: 'fag',
    severity: 'slur',
    patterns: ['fagot', 'faggot', '|fag|', '|fags|', 'fggot'],
    why: 'fag hits Fagin and Fagan',
  },
  { word: 'kike', severity: 'slur', patterns: ['|kike|', '|kikes|'], why: 'kike hits names' },
  {
    word: 'dyke',
    severity: 'ambiguous',
    patterns: ['|dyke|', '|dykes|'],
    why: 'dyke hits Vandyke, and is a wall against the sea',
  },
  {
    word: 'negro',
    severity: 'ambiguous',
    patterns: ['|negro|', '|negros|', '|negroes|'],
    why: 'Spanish and Portuguese for black',
  },
  {
    word: 'retard',
    severity: 'strong',
    patterns: ['|retard|', '|retards|', '|retarded|', '|fucktard'],
    why: 'retard hits fire retardant and the French retarder',
  },
  {
    word: 'libtard',
    severity: 'ambiguous',
    patterns: ['|libtard', '|republitard', '|trumptard'],
    why: 'obscenity has it as retard',
  },
  {
    word: 'bitch',
    severity: 'strong',
    patterns: ['bitch', '|bich|', '|biches|', '|biatch', '|bytch'],
    why: 'bich hits names such as Babich',
  },
  {
    word: 'dick',
    severity: 'mild',
    patterns: ['|dick|', '|dicks|', '|dck|'],
    why: 'dick hits Dickinson, Dickson, Dickie and Riddick',
  },
  {
    word: 'dickhead',
    severity: 'strong',
    patterns: [
      '|dickhead',
      '|dick head|',
      '|dick heads|',
      '|dickwad',
      '|dickweed',
      '|dickface',
      '|dicksuck',
    ],
    why: 'stronger than the short word',
  },
  {
    word: 'shithead',
    severity: 'strong',
    patterns: [
      '|shithead',
      '|shit head|',
      '|shit heads|',
      '|shitface|',
      '|shitfaces|',
      '|shitbag',
      '|dipshit',
    ],
    why: 'names a person; obscenity has the short word only. Who is shitfaced is only drunk',
  },
  {
    word: 'cuck',
    severity: 'mild',
    patterns: ['|cuck|', '|cucks|', '|cucked|', 'cuckold'],
    why: 'cuck hits names',
  },
  {
    word: 'ass',
    severity: 'mild',
    patterns: [
      '|ass|',
      '|asses|',
      'jackas|',
      'jackass',
      '|dumbass',
      '|dumass',
      '|fatass',
      '|badass',
    ],
    why: 'ass hits assedio, Assyria and whatever begins so in other languages',
  },
  {
    word: 'cum',
    severity: 'ambiguous',
    patterns: ['|cum|', '|cums|', '|cuming|', '|cumshot'],
    why: 'cum hits the Turkish cuma and the Portuguese cumplices',
  },
  { word: 'orgasm', severity: 'ambiguous', patterns: ['orgasm'], why: 'gasm hits random letters' },
  {
    word: 'asshole',
    severity: 'strong',
    patterns: [
      'asshole',
      '|ashole',
      '|ass hole',
      'arsehole',
      '|arse hole',
      '|asswipe',
      '|asshat',
      '|assclown',
      '|asslick',
    ],
    why: 'stronger than the short word',
  },
  {
    word: 'cocksucker',
    severity: 'strong',
    patterns: ['cocksuck', '|cuntface'],
    why: 'obscenity has the parts only',
  },
  {
    word: null,
    severity: 'slur',
    patterns: [
      '|raghead',
      '|towelhead',
      '|sandnig',
      '|wetback',
      '|beaner|',
      '|beaners|',
      '|gook|',
      '|gooks|',
      '|spic|',
      '|spics|',
      '|paki|',
      '|pakis|',
      '|golliwog',
      '|jigaboo',
      '|porchmonkey',
      '|ziperhead',
    ],
    why: 'obscenity lacks them; repeated letters are written as they are after shortening',
  },
  {
    word: null,
    severity: 'mild',
    patterns: ['|crap|', '|crapy|', '|godamn', '|bullshit', '|wtf|', '|stfu|', '|fu|', '|fubar|'],
    why: 'obscenity lacks most of them, and has fu as the strong word',
  },
];

/** Everyday words that the patterns would hit, besides those that obscenity knows. Matched anywhere, in lower case. */
export const INNOCENT: readonly string[] = (
  'cockpit cockatoo cockerel ' +
  'cockroach cocktail cockburn cockle cockade cocksure pissarro titter wankel pussycat pussyfoot slutsk turdus fagott ' +
  'snigger niggard retardant sonofabitch mishit shiitake slutsats'
)
  .split(' ')
  .concat([
    'cum laude',
    'summa cum',
    'cocker spaniel',
    'cock and bull',
    'cock-a-',
    'cock-up',
    'cock up',
    'pussy riot',
    'pussy willow',
    'scat singing',
    'chink in the arm',
    'chinks in the arm',
    'chink of light',
    'moby dick',
    'dick van',
    'dick cheney',
    'philip k. dick',
    'tom, dick',
    'tom dick',
    'john lee hooker',
    'son of a bitch',
    'negro leagues',
    'negro spiritual',
    'rio negro',
    'united negro',
    'del negro',
    'van dyke',
    "offa's dyke",
    'en retard',
    'spic and span',
    'fu manchu',
    'kung fu',
    'kung-fu',
    'boob tube',
    'kike hernandez',
  ]);
