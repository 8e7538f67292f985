import { hashText } from './hash.js';
import { HashTable } from './hash-table.js';

/** What a link leads to. */
export const HostKind = {
  video: 1,
  social: 2,
  chat: 3,
  shortener: 4,
  /** Shops, petitions, crowdfunding, free pages, application stores. */
  offer: 5,
  other: 6,
} as const;

const HOSTS: readonly (readonly [kind: number, hosts: string])[] = [
  [
    HostKind.video,
    'youtube.com youtu.be twitch.tv vimeo.com dailymotion.com soundcloud.com tiktok.com spotify.com rumble.com bandcamp.com reverbnation.com',
  ],
  [
    HostKind.social,
    'facebook.com instagram.com twitter.com x.com tsu.co google.com vk.com linkedin.com reddit.com tumblr.com onlyfans.com patreon.com ask.fm fb.com pinterest.com medium.com',
  ],
  [
    HostKind.chat,
    't.me telegram.me telegram.dog wa.me whatsapp.com wa.link discord.gg discord.com m.me line.me signal.me',
  ],
  [
    HostKind.shortener,
    'bit.ly bitly.com tinyurl.com t.co is.gd v.gd ow.ly buff.ly cutt.ly rb.gy shorturl.at rebrand.ly tiny.cc goo.gl s.id clck.ru vk.cc u.to linktr.ee adf.ly shorte.st ouo.io linkvertise.com tr.im dwz.cn url.cn t.cn x.gd da.gd n9.cl shhort.com po.st',
  ],
  [
    HostKind.offer,
    'amazon.com ebay.com etsy.com gofundme.com indiegogo.com kickstarter.com change.org weebly.com blogspot.com wordpress.com wix.com apple.com shopify.com fiverr.com paypal.com cash.app binance.com forms.gle wixsite.com',
  ],
];

const TABLE = new HashTable(
  HOSTS.flatMap(([kind, hosts]) =>
    hosts.split(' ').map((host): [number, number] => [hashText(host), kind]),
  ),
);

/** The kind of a host by the hash of its last two labels. */
export function hostKind(hash: number): number {
  return TABLE.get(hash) || HostKind.other;
}

/** Endings that make a link of a dotted word. */
const ENDINGS =
  'com net org info biz ru xyz top club online site shop store app live link click pro vip fun space cc tv ly gl gd uk de fr io eu ua cn in gg fm gle weebly blogspot network finance website tech agency';
/** Endings that are words, too: only with a path behind them. */
const ENDINGS_WITH_PATH = 'co me to us be so it is am at id la my no do st';

const ENDING = 1;
const WITH_PATH = 2;
const ENDING_TABLE = new HashTable([
  ...ENDINGS.split(' ').map((one): [number, number] => [hashText(one), ENDING]),
  ...ENDINGS_WITH_PATH.split(' ').map((one): [number, number] => [hashText(one), WITH_PATH]),
]);

/** Whether a label of this hash behind a dot ends a host name. */
export function endsHost(hash: number, hasPath: boolean): boolean {
  const kind = ENDING_TABLE.get(hash);
  return kind === ENDING || (kind === WITH_PATH && hasPath);
}
