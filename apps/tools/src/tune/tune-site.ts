import type { Database } from '#database';
import { LabelledTexts } from '#feedback';
import { PoliciesService } from '#policies';
import type { TextScores } from '#text-scores';
import { policyFragment } from '../policy/policy-fragment.js';
import { chosenSite } from './chosen-site.js';
import type { TuneArguments } from './tune-arguments.js';
import { type LabelTuning, readExamples, tuneLabel } from './tuning.js';
import type { TuningReport } from './tuning-text.js';

/** Reads what people said about a site's texts, and proposes thresholds for its policy. */
export async function tuneSite(
  database: Database,
  { site: given, labels: wanted, target }: TuneArguments,
  scores: TextScores,
): Promise<TuningReport> {
  const site = await chosenSite(database, given);
  const scope = { siteId: site.id, section: '' };
  const { policy, version } = await new PoliciesService(database).current(scope);
  const texts = new LabelledTexts(database);
  const labels: LabelTuning[] = [];
  for (const label of wanted) {
    const examples = await readExamples(texts.of(site.id, label), label, scores);
    labels.push(tuneLabel(label, examples, policy.thresholds[label].hold, target));
  }
  const proposed = labels.flatMap(({ label, proposed: to }) =>
    to === null ? [] : [[label, to.threshold] as const],
  );
  return { site, policyVersion: version, labels, policy: policyFragment(proposed, policy) };
}
