import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { ChecksOnDemand } from '#configured-checks';
import type { Finding, LatestTrial, Policy, RetriedComment, TriedVerdict } from '#contract';
import { Database } from '#database';
import {
  type CheckContext,
  type CheckRun,
  compileWordLists,
  loneTextContext,
  runsOfFindings,
  type WordLists,
} from '#moderation';
import { PoliciesService, type PolicyScope } from '#policies';
import * as sql from './latest-trials.sql.js';
import { judge, told } from './tried-verdict.js';
import { unansweredIn } from './unanswered.js';

/** A comment by its id alone. */
export type RetriedRef = Omit<RetriedComment, 'comment'> & { id: string };

interface LatestRow {
  id: string;
  findings: Finding[];
  body: string;
  created_at: Date;
  is_trusted: boolean;
}

interface Compiled {
  policy: Policy;
  words: WordLists;
}

/** Verdicts that are looked through for comments of the section: it may be one that few write in. */
const LOOKED_THROUGH = 2000;
/** What is found by the newsroom's own lists follows from the text and the policy alone, and at once. */
const OWN_LISTS: ReadonlySet<string> = new Set(['links', 'words']);

/**
 * The latest comments under a policy that is not in force, by what the checks found when they came: scores, standings and
 * rates are as they were then, only what the policy's own lists mark is looked for again. Stores nothing.
 */
@Injectable()
export class LatestTrials {
  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
    private readonly checks: ChecksOnDemand,
  ) {}

  /** @throws DomainError SERVICE_BUSY when the checks cannot be loaded */
  async try(
    scope: PolicyScope,
    draft: Policy,
    limit: number,
  ): Promise<Omit<LatestTrial, 'comments'> & { comments: RetriedRef[] }> {
    const inForce = await this.policies.current(scope);
    const drafted = { policy: draft, words: compileWordLists(draft.words) };
    const values = [scope.siteId, scope.section, LOOKED_THROUGH, limit];
    const rows = await this.database.query<LatestRow>(sql.LATEST, values);
    const comments: RetriedRef[] = [];
    for (const row of rows) {
      const retried = await this.retry(row, inForce, drafted);
      if (retried.inForce.status !== retried.draft.status) comments.push(retried);
      // Requests of others go on between two comments.
      await setImmediate();
    }
    return {
      version: inForce.version,
      looked: rows.length,
      since: rows.at(-1)?.created_at.toISOString() ?? null,
      unanswered: unansweredIn(draft, inForce.policy),
      comments,
    };
  }

  private async retry(row: LatestRow, inForce: Compiled, drafted: Compiled): Promise<RetriedRef> {
    const { id, body, is_trusted: isTrusted } = row;
    const lone = loneTextContext({ body }, row.created_at);
    const author = { ...lone.author, standing: isTrusted ? 'trusted' : 'known' } as const;
    const judgedBy = async ({ policy, words }: Compiled): Promise<TriedVerdict> => {
      const context: CheckContext = { ...lone, author, policy, words };
      const fresh = await this.checks.run(context, { only: OWN_LISTS });
      return told(judge([...fresh, ...storedRuns(row, policy)], context), body);
    };
    const [now, then] = await Promise.all([judgedBy(inForce), judgedBy(drafted)]);
    return { id, inForce: now, draft: then };
  }
}

/** What the checks found then, but for what is looked for again, and for new authors where the policy holds none. */
function storedRuns({ findings }: LatestRow, { holdNewAuthors }: Policy): CheckRun[] {
  const kept = findings.filter(
    ({ check, label }) => !OWN_LISTS.has(check) && (label !== 'author-new' || holdNewAuthors),
  );
  return runsOfFindings(kept);
}
