import { ensureSite, newSiteKeys } from '#sites';
import { issueTestKey } from '../../harness/integration-keys.js';
import { firstSiteId } from '../../harness/moderators.js';
import { type ServiceOptions, startService, type TestService } from '../../harness/service.js';
import type { Response } from './client.js';
import { Rows } from './rows.js';

export type Form = Record<string, string>;

export const THANKS = 'Thanks for making the web a better place.';
/** Sure to be held as spam. */
export const ADVERTISEMENT =
  'Thanks to Mrs Olivia Hartman I made more in two weeks of trading than in a year of work. Contact her on WhatsApp +1 401 555 0177, she answers everybody.';

let people = 0;
let texts = 0;

/** Too short for a campaign, and no check has anything against it. */
export function civil(): string {
  texts += 1;
  return `A fine day on bus ${texts}.`;
}

/** Somebody of whom nothing is remembered yet. */
export function somebody(): Form {
  people += 1;
  return {
    user_ip: `203.0.${100 + (people >> 8)}.${people & 255}`,
    comment_author: `Reader ${people}`,
    comment_author_email: `reader-${people}@mail.example`,
  };
}

/** A service that Akismet's clients talk to, and one key of its site. */
export class AkismetStage {
  private constructor(
    readonly service: TestService,
    readonly rows: Rows,
    readonly siteId: string,
    readonly key: string,
  ) {}

  static async open(options: ServiceOptions = {}): Promise<AkismetStage> {
    const service = await startService({ worker: false, ...options });
    const rows = await Rows.open(service.database.url);
    const siteId = await firstSiteId(service);
    const key = await issueTestKey((text, values) => rows.query(text, values), siteId);
    return new AkismetStage(service, rows, siteId, key);
  }

  /** One more key, of this site unless told otherwise. */
  anotherKey(siteId = this.siteId): Promise<string> {
    return issueTestKey((text, values) => this.rows.query(text, values), siteId);
  }

  /** The key of another site on the same database. */
  async keyOfAnotherSite(): Promise<string> {
    await ensureSite(this.service.database.url, newSiteKeys(), []);
    const [site] = await this.rows.query<{ id: string }>('SELECT id FROM sites WHERE id <> $1', [
      this.siteId,
    ]);
    return this.anotherKey(site?.id);
  }

  /** Posts a form as it is. */
  post(path: string, form: Form | string, host = 'localhost'): Promise<Response> {
    return this.service.app.inject({
      method: 'POST',
      url: path,
      payload: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', host },
    });
  }

  /** Asks about a comment with the key and all that is required. */
  check(fields: Form, path = '/1.1/comment-check'): Promise<Response> {
    const required = { api_key: this.key, blog: 'https://blog.example/', user_ip: '203.0.113.7' };
    return this.post(path, { ...required, ...fields });
  }

  /** Whether it is spam. */
  async isSpam(fields: Form): Promise<string> {
    return (await this.check(fields)).body;
  }

  tell(what: 'spam' | 'ham', fields: Form): Promise<Response> {
    return this.check(fields, `/1.1/submit-${what}`);
  }

  async remembered(): Promise<number> {
    const [row] = await this.rows.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM outside_comments',
    );
    return row?.count ?? 0;
  }

  async close(): Promise<void> {
    await this.rows.close();
    await this.service.stop();
  }
}
