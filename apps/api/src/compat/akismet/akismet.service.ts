import { Injectable } from '@nestjs/common';
import { FeedbackService } from '#feedback';
import { IntegrationUsage, type KeyHolder } from '#integrations';
import { type OutsideComment, OutsideComments, type Told } from '#outside-comments';
import { v7 as uuidv7 } from 'uuid';
import { networkOf } from '../../http/reader-address.js';
import type { AkismetCall } from './akismet-call.js';
import { isProvisional, type SpamAnswer, spamAnswer } from './spam-answer.js';

/** What Akismet's clients are told of a comment. */
export interface CheckAnswer {
  answer: SpamAnswer;
  guid: string;
  /** Whether it is worth asking again. */
  provisional: boolean;
}

/** By which developers try their side out. */
const GUARANTEED_SPAM = {
  name: 'akismet-guaranteed-spam',
  email: 'akismet-guaranteed-spam@example.com',
};
const ALWAYS_HAM = 'administrator';

/** Comments as Akismet's clients ask about them. */
@Injectable()
export class AkismetService {
  constructor(
    private readonly comments: OutsideComments,
    private readonly feedback: FeedbackService,
    private readonly usage: IntegrationUsage,
  ) {}

  /** @throws DomainError SERVICE_BUSY */
  async check(holder: KeyHolder, call: AkismetCall): Promise<CheckAnswer> {
    if (!isTrial(holder, call)) this.usage.count(holder.keyId);
    const certain = certainAnswer(call);
    if (certain !== null) return { answer: certain, guid: uuidv7(), provisional: false };
    const comment = commentOf(holder, call);
    const verdict = await this.comments.judge(comment);
    const { trapped, content } = call;
    const answer = spamAnswer(verdict, { trapped, isBlank: content === '' });
    return { answer, guid: verdict.id, provisional: answer === 'ham' && isProvisional(verdict) };
  }

  /** Takes down what people say a comment is; of a trial nothing. */
  async tell(holder: KeyHolder, call: AkismetCall, told: Told): Promise<void> {
    if (isTrial(holder, call) || certainAnswer(call) !== null) return;
    const comment = commentOf(holder, call);
    const scored = await this.comments.tell(comment, told, call.guid);
    await this.feedback.record([
      {
        ...{ siteId: holder.siteId, source: 'akismet', label: 'spam' },
        ...{ value: told === 'spam' ? 1 : 0, scored, language: call.language ?? null },
        // It is sent for no other purpose.
        ...{ body: call.content, mayStore: true },
      },
    ]);
  }

  /** How often the key was used in this month, in the words of Akismet; there is no limit to a month. */
  async usageOf({ keyId }: KeyHolder): Promise<Record<string, unknown>> {
    const usage = isKey(keyId) ? await this.usage.ofMonth(keyId) : 0;
    // Who is held up is told so by a 429, and not here.
    return { limit: 'none', usage, percentage: 0, throttled: false };
  }
}

function certainAnswer({ name, email, roles }: AkismetCall): SpamAnswer | null {
  if (name === GUARANTEED_SPAM.name || email?.toLowerCase() === GUARANTEED_SPAM.email)
    return 'spam';
  return roles.includes(ALWAYS_HAM) ? 'ham' : null;
}

/** Who tries it from the console has no key. */
const isKey = (keyId: string): boolean => !keyId.startsWith('session:');

const isTrial = ({ keyId }: KeyHolder, { isTest }: AkismetCall): boolean => isTest || !isKey(keyId);

function commentOf(holder: KeyHolder, call: AkismetCall): OutsideComment {
  const { content, name, url, permalink, writtenAt, language, trapped, isRecheck } = call;
  // An address of the site's own network is that of a proxy, and all comments would be one person's.
  const address = networkOf(call.userIp);
  return {
    siteId: holder.siteId,
    system: 'akismet',
    body: content,
    article: permalink?.replace(/#.*$/s, '') ?? null,
    author: { identity: identityOf(call), name, url },
    address: address?.isPublic ? address.network : null,
    ...(language !== undefined && { language }),
    ...(writtenAt !== undefined && { writtenAt }),
    again: isRecheck,
    trapped,
    remember: !isTrial(holder, call),
  };
}

/** An e-mail address; else the name, but only together with the address it came from, for there are many Peters. */
function identityOf({ email, name, userIp }: AkismetCall): string | null {
  if (email !== null) return email.toLowerCase();
  return name === null ? null : `${name.toLowerCase()} ${userIp}`;
}
