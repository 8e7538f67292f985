import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryPruner } from '#outside-comments';
import {
  ADVERTISEMENT,
  AkismetStage,
  civil,
  type Form,
  somebody,
  THANKS,
} from './support/akismet.js';

let stage: AkismetStage;
beforeAll(async () => {
  stage = await AkismetStage.open();
});
afterAll(() => stage.close());

const check = (fields: Form): Promise<string> => stage.isSpam(fields);
const guidOf = async (fields: Form): Promise<string> =>
  String((await stage.check(fields)).headers['x-akismet-guid']);

async function tell(what: 'spam' | 'ham', fields: Form): Promise<void> {
  expect((await stage.tell(what, fields)).body).toBe(THANKS);
}

async function feedback(): Promise<unknown[]> {
  return stage.rows.query(
    'SELECT source, label, value, score, scorer_version, language, body FROM feedback ORDER BY id',
  );
}

describe('a burst of one text', () => {
  const PETITION =
    'Please all of you sign the petition against the new parking fees before the council meets again.';

  it('from many people and addresses becomes spam', async () => {
    const words = [];
    for (let n = 0; n < 5; n += 1)
      words.push(await check({ ...somebody(), comment_content: `${PETITION}${'!'.repeat(n)}` }));
    expect(words).toEqual(['false', 'false', 'false', 'true', 'true']);
  });

  it('is seen by those of the burst that come at the same moment', async () => {
    const text =
      'Our shelter for old donkeys in the valley looks for people who can feed them on Sundays.';
    const all = Array.from({ length: 30 }, () => check({ ...somebody(), comment_content: text }));
    const spam = (await Promise.all(all)).filter((word) => word === 'true');
    // Ten have a connection at a time, and three may be too many to be seen by the next.
    expect(spam.length).toBeGreaterThanOrEqual(30 - 10 - 3);
  });

  it('is none where each is another text', async () => {
    const words = await Promise.all(
      Array.from({ length: 6 }, () => check({ ...somebody(), comment_content: civil() })),
    );
    expect(new Set(words)).toEqual(new Set(['false']));
  });

  it('by one author is spam from the second on, but asked about again it is the same comment', async () => {
    const comment = {
      ...somebody(),
      comment_content:
        'The swimming pool in the north of the town should open earlier in the summer.',
      permalink: 'https://blog.example/pool#comment-7',
    };
    const guid = await guidOf(comment);
    expect(await guidOf({ ...comment, recheck_reason: 'edit' })).toBe(guid);
    expect(await check({ ...comment, recheck_reason: 'recheck_queue' })).toBe('false');
    expect(await check(comment)).toBe('true');
  });
});

describe('speed', () => {
  it('makes the seventh comment of an author in a minute spam', async () => {
    const author = somebody();
    const words = [];
    for (let n = 0; n < 7; n += 1) words.push(await check({ ...author, comment_content: civil() }));
    expect(words).toEqual([...Array<string>(6).fill('false'), 'true']);
  });

  it('is measured by when comments were written, not when they are asked about', async () => {
    const author = somebody();
    for (let n = 0; n < 10; n += 1) {
      const comment_date_gmt = `2026-11-20 1${n}:00:00`;
      expect(await check({ ...author, comment_content: civil(), comment_date_gmt })).toBe('false');
    }
  });

  it('of an address counts whoever writes from it', async () => {
    const user_ip = '198.51.100.20';
    const words = [];
    for (let n = 0; n < 21; n += 1)
      words.push(await check({ ...somebody(), user_ip, comment_content: civil() }));
    expect(words).toEqual([...Array<string>(20).fill('false'), 'true']);
  });

  it('of a proxy is nobody’s', async () => {
    for (let n = 0; n < 25; n += 1)
      expect(await check({ ...somebody(), user_ip: '10.0.0.1', comment_content: civil() })).toBe(
        'false',
      );
  });
});

describe('what people tell', () => {
  it('of a spammer catches the next with other words', async () => {
    const spammer = somebody();
    const first = { ...spammer, comment_content: civil() };
    expect(await check(first)).toBe('false');
    await tell('spam', first);
    expect(await check({ ...spammer, comment_content: civil() })).toBe('true');
    // From elsewhere as well.
    expect(await check({ ...spammer, user_ip: '198.51.100.21', comment_content: civil() })).toBe(
      'true',
    );
    await tell('ham', first);
    expect(await check({ ...spammer, comment_content: civil() })).toBe('false');
  });

  it('of somebody who never was asked about counts as well', async () => {
    const spammer = somebody();
    await tell('spam', { ...spammer, comment_content: civil() });
    expect(await check({ ...spammer, comment_content: civil() })).toBe('true');
  });

  it('of a page catches others who name it, however they type it', async () => {
    const page = { comment_author_url: 'https://www.Garden-Gnomes.example/shop/?ref=7' };
    const first = { ...somebody(), ...page, comment_content: civil() };
    expect(await check(first)).toBe('false');
    await tell('spam', first);
    const same = { comment_author_url: 'http://garden-gnomes.example/shop' };
    expect(await check({ ...somebody(), ...same, comment_content: civil() })).toBe('true');
  });

  it('of an address counts when two told of it', async () => {
    const user_ip = '198.51.100.22';
    const words = [];
    for (let n = 0; n < 3; n += 1) {
      const comment = { ...somebody(), user_ip, comment_content: civil() };
      words.push(await check(comment));
      await tell('spam', comment);
    }
    expect(words).toEqual(['false', 'false', 'true']);
  });

  it('of a text catches it and its like from others', async () => {
    const text =
      'My neighbour learned a secret language of birds and now teaches it to anybody who asks.';
    const first = { ...somebody(), comment_content: text };
    expect(await check(first)).toBe('false');
    await tell('spam', first);
    expect(await check({ ...somebody(), comment_content: `${text} 🐦🐦` })).toBe('true');
    expect(await check({ ...somebody(), comment_content: text.toUpperCase() })).toBe('true');
  });

  it('of an honest author lets the next through, until it is almost certain', async () => {
    const honest = somebody();
    const first = {
      ...honest,
      comment_content:
        'See https://a.example/1 and https://b.example/2 and https://c.example/3 for the figures.',
    };
    expect(await check(first)).toBe('true');
    await tell('ham', first);
    const next = 'Three more: https://d.example/4 and https://e.example/5 and https://f.example/6';
    expect(await check({ ...somebody(), comment_content: next })).toBe('true');
    expect(await check({ ...honest, comment_content: `${next} today.` })).toBe('false');
    expect(await check({ ...first, recheck_reason: 'edit' })).toBe('false');
  });

  it('decides when the same comment is asked about again', async () => {
    const comment = { ...somebody(), comment_content: ADVERTISEMENT };
    expect(await check(comment)).toBe('true');
    await tell('ham', comment);
    expect(await check({ ...comment, recheck_reason: 'recheck_queue' })).toBe('false');
    await tell('spam', comment);
    expect(await check({ ...comment, recheck_reason: 'recheck_queue' })).toBe('true');
  });

  it('finds the comment with less than was told before, or by its id', async () => {
    const comment: Form = {
      ...somebody(),
      comment_content: civil(),
      permalink: 'https://blog.example/1',
    };
    const guid = await guidOf(comment);
    const { comment_author: _, permalink: __, ...less } = comment;
    const before = await stage.remembered();
    await tell('spam', less);
    await tell('ham', { guid, comment_content: 'as edited since' });
    expect(await stage.remembered()).toBe(before);
    const [row] = await stage.rows.query('SELECT told FROM outside_comments WHERE id = $1', [guid]);
    expect(row).toEqual({ told: 'ham' });
  });

  it('becomes feedback with our own score', async () => {
    await stage.rows.query('TRUNCATE feedback');
    const comment = { ...somebody(), comment_content: ADVERTISEMENT, blog_lang: 'en_US' };
    await check(comment);
    const [row] = await stage.rows.query<{ spam_score: number; scorer_version: string }>(
      'SELECT spam_score, scorer_version FROM outside_comments ORDER BY id DESC LIMIT 1',
    );
    expect(row?.spam_score).toBeGreaterThan(0.7);
    await tell('spam', comment);
    await tell('ham', comment);
    const same = {
      ...{ source: 'akismet', label: 'spam', score: row?.spam_score, language: 'en-US' },
      ...{ scorer_version: row?.scorer_version, body: ADVERTISEMENT },
    };
    expect(await feedback()).toEqual([
      { ...same, value: 1 },
      { ...same, value: 0 },
    ]);
  });
});

describe('the memory', () => {
  it('holds no text, no name and no address', async () => {
    const secret = {
      comment_content:
        'An unmistakable zebra sang in our kitchen while nobody was listening to it.',
      comment_author: 'Zacharias Quartermain',
      comment_author_email: 'zacharias@quartermain.example',
      comment_author_url: 'https://quartermain.example/zebra',
      permalink: 'https://blog.example/zebra',
      user_ip: '198.51.100.77',
    };
    expect(await check(secret)).toBe('false');
    for (const value of Object.values(secret))
      expect(await stage.rows.tablesWith(value)).toEqual([]);
  });

  it('keeps sites apart', async () => {
    const spammer = somebody();
    await tell('spam', { ...spammer, comment_content: civil() });
    const api_key = await stage.keyOfAnotherSite();
    expect(await check({ ...spammer, api_key, comment_content: civil() })).toBe('false');
    expect(await check({ ...spammer, comment_content: civil() })).toBe('true');
  });

  it('forgets after a month, what people told after half a year', async () => {
    await stage.rows.query('TRUNCATE outside_comments');
    const ages = ['29 days', '31 days', '179 days', '181 days'];
    for (const told of ['ham', undefined]) {
      for (const age of ages) {
        const comment = { ...somebody(), comment_content: civil(), permalink: age };
        await check(comment);
        if (told !== undefined) await tell('ham', comment);
        await stage.rows.query(
          `UPDATE outside_comments SET created_at = now() - $1::interval
          WHERE id = (SELECT id FROM outside_comments ORDER BY id DESC LIMIT 1)`,
          [age],
        );
      }
    }
    await stage.service.app.get(MemoryPruner, { strict: false }).prune();
    const left = await stage.rows.query<{ days: number; told: string | null }>(
      `SELECT extract(day FROM now() - created_at)::integer AS days, told FROM outside_comments
      ORDER BY told, days`,
    );
    expect(left).toEqual([
      { days: 29, told: 'ham' },
      { days: 31, told: 'ham' },
      { days: 179, told: 'ham' },
      { days: 29, told: null },
    ]);
  });
});
