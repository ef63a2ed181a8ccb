/** The public entry of the shared validator: a document in, an outcome out. Pure: no DOM, no clock, no I/O. */
import { type CheckOptions, checkWith } from './check';
import type { Checklist } from './checklist/checklist';
import { type ChecklistProblem, lintChecklist as lintWith } from './checklist/lint';
import type { Document } from './document/document';
import { explainProblem as explainWith } from './explain/checklist';
import { Explainer, type Explanation } from './explain/explain';
import type { FormTable } from './forms/form';
import { forms } from './forms/index.gen';
import type { Outcome } from './outcome';
import type { Finding } from './rules/finding';
import { rules } from './rules/index.gen';
import type { Language } from './rules/rule';

export type { CheckOptions } from './check';
export type { Checklist, ManualItem, OwnRelation, RuleSetting } from './checklist/checklist';
export type { RelationFault } from './checklist/fault';
export type { ChecklistProblem } from './checklist/lint';
export { resolveRelation } from './checklist/resolve';
export type { Block, Document, Paragraph, Picture, Place, SourceCell, SourceRow, Table } from './document/document';
export { blockText } from './document/document';
export type { ReadFailure } from './document/failure';
export { failed, ok, type Result } from './document/result';
export type { Explanation, SumLine, SumTerm } from './explain/explain';
export { explainFailure } from './explain/failure';
export { explainOutcome, type OutcomeSummary } from './explain/outcome';
export {
  type Baseline,
  type BaselineFinding,
  baselineFrom,
  baselineOf,
  type ComparedFinding,
  compare,
  type FindingChange,
} from './findings/compare';
export {
  applyDismissals,
  type Dismissal,
  type DismissalState,
  type DismissedOutcome,
  type ReviewedFinding,
} from './findings/dismissal';
export { digest } from './findings/fingerprint';
export { cellValuesOf, valuesOf } from './findings/values';
export { type DrawnCell, type DrawnRow, drawTable } from './forms/draw';
export { type Fact, isEmpty } from './forms/facts';
export type { CellId, Form, FormCell, FormColumn, FormId, FormRow, FormTable, Label, TableId } from './forms/form';
export {
  type ChecklistOutcome,
  type CheckStatus,
  type Coverage,
  type Identity,
  NOTHING_READ,
  type Outcome,
} from './outcome';
export type { Comparison, OwnRelationResult, OwnTerm, StatedRelation } from './relations/own-relation';
export { type Relation, type RelationResult, relationKey } from './relations/relation';
export { type Deadlines, STATUTORY_DEADLINES } from './rules/deadlines';
export type { Change, Finding, RelationFailure, Severity } from './rules/finding';
export type { Language, Rule } from './rules/rule';
export { forms, rules };

const explainer = new Explainer(forms, rules);

/** Never throws on any document; the same document gives the same bytes. */
export function check(document: Document, options: CheckOptions = {}): Outcome {
  return checkWith(forms, rules, document, options);
}

export function explain(finding: Finding, outcome: Outcome, language: Language): Explanation {
  return explainer.explain(finding, outcome, language);
}

/** The tables of an outcome, each of the form it was read as, in form order. */
export function tablesOf(outcome: Pick<Outcome, 'form' | 'forms'>): FormTable[] {
  return explainer.tablesOf(outcome);
}

/** What is wrong with a checklist, in its order; nothing where it is fit for use. */
export function lintChecklist(checklist: Checklist): ChecklistProblem[] {
  return lintWith(checklist, forms, rules);
}

export function explainProblem(problem: ChecklistProblem, checklist: Checklist, language: Language): string {
  return explainWith(problem, { language, checklist, forms });
}
