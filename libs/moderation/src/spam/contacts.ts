import { hinted, phrase, type Wording } from './wording.js';

const MESSENGERS =
  'whatsapp whatsap whatsaap watsapp whats telegram telegrams tele signal wechat viber kik snap snapchat skype zangi icq discord';
const MESSENGER =
  '(?:whats?[ -]?a+pp?|telegrams?|tele gram|signal|wechat|viber|kik|snap(?:chat)?|skype|zangi|icq|discord)';
const REACH =
  '(?:contact|text|message|msg|reach|write|dm|pm|inbox|add|hit|call|chat|talk|connect|email|find)';
/** Between words: spaces and signs, no letters. */
const GAP = '[^\\n\\p{L}\\p{N}@+]';
const HANDLE = '(?:@[\\w.]{3,40}|\\+?\\(?\\d[\\d ().-]{6,24}\\d)';
const CYRILLIC = /[\u0400-\u04ff]/;
const HAN = /[\u4e00-\u9fff]/;

/** A messenger with a handle or a number, or a word to write there. */
export const MESSENGER_CONTACTS: readonly Wording[] = [
  phrase(
    MESSENGERS,
    `${MESSENGER}${GAP}{0,10}(?:(?:number|id|name|me|us|him|her|at|on|is|no)${GAP}{1,6}){0,2}${HANDLE}`,
  ),
  phrase(
    MESSENGERS,
    `${REACH}[^\\n.!?]{0,40}?${GAP}(?:on|via|through)${GAP}{1,3}(?:(?:her|his|my|our|the)${GAP}{1,3})?${MESSENGER}`,
  ),
  phrase(
    'dm pm inbox text message contact write reach',
    '(?:dm|pm|inbox|text|message|contact|write to|reach out to)\\s{1,3}(?:(?:me|us|him|her|the)\\s{1,3})?(?:(?:on|at|to|ig|insta(?:gram)?)\\s{1,3})?@[\\w.]{3,40}',
  ),
  hinted(
    HAN,
    '(?:微信|薇信|加微|加我|扣扣|qq群?)[^\\n\\p{L}\\p{N}]{0,5}[号號]?[^\\n\\p{L}\\p{N}]{0,5}[a-z0-9_-]{5,20}',
  ),
  hinted(
    CYRILLIC,
    '(?:ватсап|вотсап|телеграмм?|телегу|вайбер|лс)[^\\n\\p{L}\\p{N}]{0,5}(?:@[\\w.]{3,40}|\\+?\\d[\\d ().-]{6,24}\\d)',
  ),
  hinted(
    CYRILLIC,
    '(?<!\\p{L})пиши(?:те)?[^\\n.!?]{0,30}?(?<!\\p{L})(?:в|на)\\s(?:лс|личку|ватсап|вотсап|телеграмм?|телегу|вайбер)(?!\\p{L})',
  ),
];

/** Eight digits, perhaps apart: less is no phone number. */
const DIGITS = /\d(?:[ .()/-]{0,3}\d){7}/;

/** International and North American numbers, and any number after a word that asks to call it. */
export const PHONE_NUMBERS: readonly Wording[] = [
  hinted(
    DIGITS,
    '(?<![\\p{L}\\p{N}+])(?:\\+|00)\\s?\\(?[1-9]\\d{0,3}\\)?(?:[ .()/-]{0,3}\\d{2,5}){2,5}(?!\\d)',
  ),
  hinted(
    DIGITS,
    '(?<![\\p{L}\\p{N}.,$€£#/-])(?:1[ .-]?)?\\(?[2-9]\\d{2}\\)?[ .-]{1,3}\\d{3}[ .-]{1,2}\\d{4}(?![\\p{N}%-])',
  ),
  hinted(
    DIGITS,
    '(?<!\\p{L})(?:call|text|phone|tel|telephone|mobile|sms|ring|hotline|helpline|cell|тел|电话)[^\\n\\p{L}\\p{N}]{1,4}(?:(?:me|us|now|him|her|on|at|is|free|today)[^\\n\\p{L}\\p{N}]{1,4}){0,3}\\(?\\d{2,5}\\)?(?:[ .()/-]{0,3}\\d{2,5}){1,4}(?!\\d)',
  ),
];
