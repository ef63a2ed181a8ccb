/**
 * What is found in a kept report: by the rules, by forms of people's own, by people. Whatever lists, counts or hands out
 * findings takes them from here.
 */
import { withOwnForms } from '../findings/own-form';
import type { Outcome, OwnForm } from '../index';
import { ownAsFinding, ownFindingsOf } from './own-finding';
import type { Opinion, SavedReport } from './schema';
import { sourceNameOf } from './source-name';

/** By the rules and by these forms. Opinions on it are then those on all of it. */
export function foundIn(
  { id, source, document, outcome }: Pick<SavedReport, 'id' | 'source' | 'document' | 'outcome'>,
  forms: readonly OwnForm[],
): Outcome {
  return withOwnForms({ document, outcome }, forms, sourceNameOf(source, id));
}

/** Found by the rules or by these forms: an error in a report. */
export function hasError(report: Parameters<typeof foundIn>[0], forms: readonly OwnForm[]): boolean {
  return foundIn(report, forms).findings.some(({ severity }) => severity === 'error');
}

/** And by people. `opinions`: all that bear on the report. */
export function withOwnFindings(found: Outcome, opinions: readonly Opinion[]): Outcome {
  const own = ownFindingsOf(opinions);
  return own.length === 0 ? found : { ...found, findings: [...found.findings, ...own.map(ownAsFinding)] };
}
