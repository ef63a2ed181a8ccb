/** Which findings of a saved report still wait for somebody. */
import { type Finding, type Outcome, valuesOf } from '../../core/index';
import { opinionsOf, reviewOf } from '../../pwa/db/index';

/** Neither mended nor found to be right; a word that has lapsed does not count. `outcome`: from `foundIn`. */
export async function openFindings(outcome: Outcome): Promise<readonly Finding[]> {
  const { opinions } = await opinionsOf(outcome.findings.map(({ fingerprint }) => fingerprint));
  return outcome.findings.filter((finding) => {
    const own = opinions.filter((opinion) => opinion.finding === finding.fingerprint);
    const { status } = reviewOf(own, valuesOf(finding, outcome));
    return status !== 'fixed' && status !== 'dismissed';
  });
}
