/** Services that hide where a link leads; kept to those whose links are short by design. */
export const SHORTENERS: readonly string[] = (
  'bit.ly bitly.com tinyurl.com t.ly is.gd v.gd ow.ly buff.ly cutt.ly rb.gy shorturl.at rebrand.ly tiny.cc lnkd.in ' +
  'goo.gl s.id bl.ink soo.gd clck.ru vk.cc u.to urlz.fr linktr.ee adf.ly shorte.st ouo.io bc.vc linkvertise.com cli.co ' +
  'surl.li short.io tr.im dwz.cn url.cn suo.im t.cn qr.ae x.gd da.gd kutt.it n9.cl acortar.link'
).split(' ');

/** Hosts that lead straight into a chat. */
export const CHAT_HOSTS: readonly string[] =
  't.me telegram.me telegram.dog wa.me api.whatsapp.com chat.whatsapp.com wa.link discord.gg m.me line.me signal.me'.split(
    ' ',
  );
