import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureSite, newSiteKeys, SitesService } from '#sites';
import { firstSiteId } from '../harness/moderators.js';
import { startService, type TestService } from '../harness/service.js';
import { PerspectiveCalls, perspectiveKey } from './support/perspective.js';
import { Rows } from './support/rows.js';

interface Kept {
  site_id: string;
  source: string;
  label: string;
  value: number;
  score: number | null;
  scorer_version: string | null;
  language: string | null;
  body: string | null;
}

let service: TestService;
let perspective: PerspectiveCalls;
let rows: Rows;
beforeAll(async () => {
  service = await startService({ worker: false });
  perspective = new PerspectiveCalls(service, await perspectiveKey(service));
  rows = await Rows.open(service.database.url);
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

const scores = (values: Record<string, number>): object =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { summaryScore: { value } }]),
  );

/** Suggests, and gives what is kept of it. */
async function suggest(body: object, calls = perspective): Promise<Kept[]> {
  await rows.query('DELETE FROM feedback');
  const response = await calls.call('suggestscore', body);
  expect(response.statusCode, response.body).toBe(200);
  return rows.query<Kept>('SELECT * FROM feedback ORDER BY label');
}

it('keeps what is suggested beside our own score of the text', async () => {
  const text = 'You are a stupid idiot.';
  const analysis = await perspective.analyze(text, {}, 'TOXICITY', 'THREAT');
  const kept = await suggest({
    comment: { text },
    attributeScores: scores({ TOXICITY: 0, THREAT: 0.25 }),
    ...{ languages: ['en'], communityId: 'a', sessionId: 'b', clientToken: 'comment:1' },
  });
  const ours = (name: string) => analysis.attributeScores[name]?.summaryScore.value ?? Number.NaN;
  expect(kept).toMatchObject([
    { label: 'threat', value: 0.25, score: expect.closeTo(ours('THREAT'), 5) as number },
    { label: 'toxicity', value: 0, score: expect.closeTo(ours('TOXICITY'), 5) as number },
  ]);
  for (const row of kept) {
    expect(row).toMatchObject({ source: 'perspective', language: 'en', body: text });
    expect(row.site_id).toBe(await firstSiteId(service));
    expect(row.scorer_version).toMatch(/./);
  }
});

it('answers with the token and the languages', async () => {
  const attributeScores = scores({ TOXICITY: 1 });
  const comment = { text: 'You are a stupid idiot.' };
  const answer = await perspective.call('suggestscore', {
    ...{ comment, attributeScores, languages: ['en-GB'], clientToken: 'comment:1' },
  });
  expect(answer.json()).toEqual({
    ...{ clientToken: 'comment:1', detectedLanguages: ['en'], requestedLanguages: ['en-GB'] },
  });
  const short = await perspective.call('suggestscore', { comment, attributeScores });
  expect(short.json()).toEqual({ detectedLanguages: ['en'], requestedLanguages: [] });
});

it('does not keep the text of who asks for that, only its scores', async () => {
  const text = 'Nobody may keep this sentence.';
  const attributeScores = scores({ TOXICITY: 1 });
  const [kept] = await suggest({ comment: { text }, attributeScores, doNotStore: true });
  expect(kept).toMatchObject({ label: 'toxicity', value: 1, body: null });
  expect(kept?.score).not.toBeNull();
  expect(await rows.tablesWith('may keep this')).toEqual([]);
});

it('takes what Coral sends when a moderator has rejected a comment', async () => {
  const kept = await suggest({
    comment: { text: 'You are a stupid idiot.' },
    context: { entries: [{ text: '{"url":"https://news.example/story?commentID=1"}' }] },
    attributeScores: { TOXICITY: { summaryScore: { value: 1 } } },
    languages: ['en'],
    communityId: 'Coral:https://coral.example/',
    clientToken: 'comment:e53cbeba',
  });
  expect(kept).toMatchObject([{ label: 'toxicity', value: 1 }]);
});

it('keeps one row for each of our labels, and none for what we do not score', async () => {
  const comment = { text: 'A fine day.' };
  const values = { PROFANITY: 0, OBSCENE: 1, FLIRTATION: 1, LIKELY_TO_REJECT: 1, INCOHERENT: 0 };
  const kept = await suggest({ comment, attributeScores: scores(values) });
  expect(kept).toMatchObject([
    { label: 'gibberish', value: 0, score: null },
    { label: 'obscene', value: 1 },
  ]);
});

it('keeps what is suggested in languages that nobody scores', async () => {
  const comment = { text: 'Bonjour à tous, quelle belle journée.' };
  const kept = await suggest({ comment, attributeScores: scores({ TOXICITY: 0 }) });
  expect(kept).toMatchObject([{ label: 'toxicity', value: 0, score: null, language: 'fr' }]);
});

it('keeps what readers see of HTML', async () => {
  const comment = { text: '<p>You &amp; me</p>', type: 'HTML' };
  const [kept] = await suggest({ comment, attributeScores: scores({ TOXICITY: 0 }) });
  expect(kept?.body?.trim()).toBe('You & me');
});

it('belongs to the site whose key it came with', async () => {
  const keys = newSiteKeys();
  await ensureSite(service.database.url, keys, ['*']);
  const sites = service.app.get(SitesService, { strict: false });
  const site = await sites.findByPublicKey(keys.publicKey);
  const other = new PerspectiveCalls(service, await perspectiveKey(service, site?.id));
  const comment = { text: 'A fine day.' };
  const [kept] = await suggest({ comment, attributeScores: scores({ TOXICITY: 0 }) }, other);
  expect(kept?.site_id).toBe(site?.id);
});
