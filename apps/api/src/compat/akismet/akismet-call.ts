import { DomainError } from '#contract';

/** What a client of Akismet tells of a comment, as far as it is of use. */
export interface AkismetCall {
  userIp: string;
  permalink: string | null;
  name: string | null;
  email: string | null;
  url: string | null;
  content: string;
  /** `comment_date_gmt`, if it can be read. */
  writtenAt: Date | undefined;
  /** As in BCP 47, if `blog_lang` names one language. */
  language: string | undefined;
  /** All that the client names. */
  roles: readonly string[];
  isTest: boolean;
  isRecheck: boolean;
  /** Whether the field that `honeypot_field_name` names was filled in. */
  trapped: boolean;
  /** Our `X-akismet-guid`, if the client kept it. */
  guid: string | undefined;
}

/** Of longer texts the rest is not read: the spam model stops there, too. In UTF-16 units. */
const READ_UNITS = 20_000;
const NAME_UNITS = 500;
const URL_UNITS = 2000;
const GUID = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
const FALSE = new Set(['', '0', 'false', 'no', 'off', 'null', 'undefined']);

/** The fields of a form; lists and whatever else a body can hold are none. */
class Fields {
  private readonly values: Record<string, unknown>;

  constructor(body: unknown) {
    this.values = typeof body === 'object' && body !== null ? (body as typeof this.values) : {};
  }

  /** A field without what PostgreSQL cannot store; `null` for one that is missing or blank. Of several the last counts, as in PHP. */
  text(name: string, units = URL_UNITS): string | null {
    const given = this.values[name];
    const value: unknown = Array.isArray(given) ? given.at(-1) : given;
    if (typeof value !== 'string') return null;
    const text = value.slice(0, units).replaceAll('\0', '').toWellFormed();
    return text.trim() === '' ? null : text;
  }

  flag(name: string): boolean {
    return !FALSE.has((this.text(name) ?? '').trim().toLowerCase());
  }

  /** @throws DomainError VALIDATION_FAILED */
  required(name: string): string {
    const value = this.text(name);
    if (value !== null) return value;
    const message = `Missing required field: ${name}.`;
    throw new DomainError('VALIDATION_FAILED', message, [
      { field: name, rule: 'isDefined', message: 'must be given' },
    ]);
  }
}

/** Reads the site's own address, which every call must have. @throws DomainError VALIDATION_FAILED */
export function assertBlog(body: unknown): void {
  new Fields(body).required('blog');
}

/** Reads a call of comment-check, submit-spam or submit-ham. @throws DomainError VALIDATION_FAILED */
export function readCall(body: unknown): AkismetCall {
  assertBlog(body);
  const fields = new Fields(body);
  const trap = fields.text('honeypot_field_name');
  const guid = [fields.text('guid'), fields.text('akismet_guid')].find(
    (value) => value !== null && GUID.test(value),
  );
  return {
    userIp: fields.required('user_ip').trim(),
    permalink: fields.text('permalink'),
    name: fields.text('comment_author', NAME_UNITS)?.trim() ?? null,
    email: fields.text('comment_author_email', NAME_UNITS)?.trim() ?? null,
    url: fields.text('comment_author_url')?.trim() ?? null,
    content: fields.text('comment_content', READ_UNITS) ?? '',
    writtenAt: momentOf(fields.text('comment_date_gmt')),
    language: languageOf(fields.text('blog_lang')),
    // WordPress' users may have several.
    roles: (fields.text('user_role') ?? '').split(',').map((role) => role.trim()),
    isTest: fields.flag('is_test'),
    isRecheck: fields.text('recheck_reason') !== null,
    trapped: trap !== null && fields.text(trap) !== null,
    guid: guid ?? undefined,
  };
}

/** `2026-11-22T12:00:00Z`, or as WordPress has it, `2026-11-22 12:00:00`; both are in UTC. */
function momentOf(text: string | null): Date | undefined {
  const [, date, time, zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:[.]\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?$/i.exec(
      text?.trim() ?? '',
    ) ?? [];
  const moment = new Date(`${date}T${time}${zone}`);
  return Number.isNaN(moment.getTime()) || moment.getTime() < 0 ? undefined : moment;
}

/** `en` or `pt_BR`; a site in several languages says nothing of a comment. */
function languageOf(text: string | null): string | undefined {
  if (text === null || text.includes(',')) return undefined;
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
