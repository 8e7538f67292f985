import { Injectable } from '@nestjs/common';
import { ChecksOnDemand } from '#configured-checks';
import type { AuthorStanding, ExplainedVerdict, Policy, PolicyTrial } from '#contract';
import { type CheckContext, type CheckRun, compileWordLists, loneTextContext } from '#moderation';
import { PoliciesService, type PolicyScope } from '#policies';
import { judge, toldAtLength } from './tried-verdict.js';

/** A text as if it were posted, by somebody of whom nothing but the standing is known. */
interface TriedText {
  body: string;
  standing: AuthorStanding;
}

/** What would become of a text. Stores nothing. */
@Injectable()
export class TextTrials {
  constructor(
    private readonly policies: PoliciesService,
    private readonly checks: ChecksOnDemand,
  ) {}

  /** @throws DomainError SERVICE_BUSY when the checks cannot be loaded */
  async try(scope: PolicyScope, text: TriedText, draft: Policy | null): Promise<PolicyTrial> {
    const { version, policy, words } = await this.policies.current(scope);
    const lone = contextOf(text);
    const inForce: CheckContext = { ...lone, policy, words };
    const { body } = text;
    const tell = (context: CheckContext, runs: CheckRun[] = []): ExplainedVerdict =>
      toldAtLength(judge(runs, context), body);
    if (draft === null) {
      const [runs] = await this.checks.runUnderEach([inForce]);
      return { body, version, inForce: tell(inForce, runs), draft: null };
    }
    const drafted = { ...lone, policy: draft, words: compileWordLists(draft.words) };
    const [now, then] = await this.checks.runUnderEach([inForce, drafted]);
    return { body, version, inForce: tell(inForce, now), draft: tell(drafted, then) };
  }
}

/** Who is new has an age, of nothing; of everybody else nothing speaks for or against. */
function contextOf({ body, standing }: TriedText): CheckContext {
  const lone = loneTextContext({ body }, new Date());
  const id = standing === 'new' ? 'new' : null;
  return { ...lone, author: { ...lone.author, id, standing } };
}
