import { hinted, phrase, type Wording } from './wording.js';

const OWN =
  'channel profile page website site blog store shop bio video videos vid vids music cover covers account group';
const ALTERNATIVES = OWN.split(' ').join('|');

/** Orders to leave for the writer's own place. */
export const CALLS_TO_ACTION: readonly Wording[] = [
  phrase(
    OWN,
    `(?:check|checkout|visit|see|view|look at|watch|come to|go to|click) (?:(?:out|on|at) )?(?:my|our) (?:\\p{L}{1,12} ){0,2}(?:${ALTERNATIVES})`,
  ),
  phrase('subscribe sub', 'sub(?:scribe)? (?:to )?(?:my|our|me|us|back|4sub)'),
  phrase(
    'click tap',
    '(?:click|tap) (?:here|below|on (?:the|this|my) (?:link|picture|photo|profile|name)|the link|this link)',
  ),
  phrase(
    'bio profile description',
    '(?:link|info|details|check|see) (?:is )?in (?:my |the )?(?:bio|profile|description)',
  ),
  phrase(
    'join enter',
    '(?:join|enter) (?:my|our|the|this) (?:\\p{L}{1,12} ){0,2}(?:group|channel|telegram|whatsapp|giveaway) (?:now|today|here|for|and|via|link)',
  ),
  phrase(
    'now today here',
    '(?:sign up|register|order|buy|apply|call|join|shop) (?:now|today|here)\\s?[!:➡👉👇→]',
    '',
  ),
  phrase(
    'free bonus discount gift',
    '(?:get|claim|grab) (?:your|yours) (?:free |\\p{L}{0,10} )?(?:free|bonus|discount|gift)',
  ),
  hinted(
    /[\u0400-\u04ff]/,
    '(?<!\\p{L})(?:переходи(?:те)? по ссылке|жми(?:те)?|подпи(?:сывайся|шись|сывайтесь))(?!\\p{L})',
  ),
  hinted(/[\u4e00-\u9fff]/, '点击链接|点我头像|加群|扫码'),
];
