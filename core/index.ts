/** The public entry of the shared validator: a document in, an outcome out. Pure: no DOM, no clock, no I/O. */
import { type CheckOptions, checkWith } from './check';
import type { Checklist } from './checklist/checklist';
import { type ChecklistProblem, lintChecklist as lintWith } from './checklist/lint';
import type { Document } from './document/document';
import { explainProblem as explainWith } from './explain/checklist';
import { Explainer, type Explanation, type SumLine } from './explain/explain';
import type { RollUpWords, SetExplanation } from './explain/organs';
import { type Trial, type TrialValues, tryValues as tryWith } from './explain/trial';
import type { CellId, Form, FormTable } from './forms/form';
import { forms } from './forms/index.gen';
import { OTHER_FORMS } from './forms/other-forms';
import { type AlikeGroup, alike as alikeIn } from './organs/alike';
import type { RollUp } from './organs/roll-up';
import type { SetFinding, SetReport } from './organs/set';
import type { Outcome } from './outcome';
import type { RelationResult } from './relations/relation';
import type { Finding } from './rules/finding';
import { rules } from './rules/index.gen';
import type { Language } from './rules/rule';

export type { CheckOptions } from './check';
export type { Checklist, ManualItem, OwnRelation, RuleSetting } from './checklist/checklist';
export { type Completion, cellText, completionsOf, type NameAtCaret, nameAtCaret } from './checklist/complete';
export type { RelationFault } from './checklist/fault';
export type { ChecklistProblem } from './checklist/lint';
export { resolveRelation } from './checklist/resolve';
export type {
  Block,
  Document,
  Omission,
  PageBox,
  Paragraph,
  Picture,
  Place,
  SourceCell,
  SourceRow,
  Table,
} from './document/document';
export { blockText } from './document/document';
export type { ReadFailure } from './document/failure';
export { classifyOrgan, regionsOf } from './document/organ';
export { likenessOf } from './document/organ-name';
export { type Publication, publicationOf } from './document/published';
export { failed, ok, type Result } from './document/result';
export type { Explanation, SumLine, SumTerm } from './explain/explain';
export { explainFailure } from './explain/failure';
export { explainOmission } from './explain/omission';
export type { RollUpWords, SetExplanation } from './explain/organs';
export { explainOutcome, type OutcomeSummary } from './explain/outcome';
export type { Trial, TrialSum, TrialValues } from './explain/trial';
export { claimedBlocks } from './findings/claimed-blocks';
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
export { OWN_FINDING, type OwnFinding, ownAsFinding } from './findings/own';
export { ownFormsIn, withOwnForms } from './findings/own-form';
export { OWN_FORM_SUM } from './findings/own-form-rule';
export { cellValuesOf, valuesOf } from './findings/values';
export { type DrawnCell, type DrawnRow, drawTable } from './forms/draw';
export { type Fact, isEmpty } from './forms/facts';
export {
  type CellId,
  type Form,
  type FormCell,
  type FormColumn,
  type FormId,
  type FormRow,
  type FormTable,
  type Label,
  sameKind,
  type TableId,
} from './forms/form';
export { type AlikeGroup, type AlikePart, alikeFindings } from './organs/alike';
export { type CarryOver, type CarryOverLine, carryOvers } from './organs/carry-over';
export { statisticsInSet } from './organs/companions';
export { missingFindings, missingUnits, type UnitsWithout } from './organs/missing-units';
export { type Punctuality, punctualityOf } from './organs/punctuality';
export {
  ROLLED_UP,
  type RollUp,
  type RollUpLine,
  rollUp,
  rollUpFindings,
  rollUps,
  type Verdict,
} from './organs/roll-up';
export type { Reported, SetFinding, SetReport } from './organs/set';
export { type CellTotal, totalsOf } from './organs/totals';
export { type Chain, type Dated, linkYears, previousInSet } from './organs/years';
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
export { asLastYear, keptForNextYear, type PreviousReport } from './rules/previous';
export type { Language, Rule } from './rules/rule';
export { type FoundDerived, findDerived, type Operator } from './sums/derived';
export { findSumsIn, type TableSums } from './sums/in-document';
export {
  type InferredCell,
  type InferredDerived,
  type InferredRelation,
  type InferredState,
  type InferredSum,
  type InferredTable,
  inferSums,
  relationState,
  sumState,
} from './sums/inferred';
export { checkOwnForm, formsOfTable, type OwnForm, type OwnFormSum, ownFormOf, ownRelations } from './sums/own-form';
export { type CellAt, type FoundSum, findSums } from './sums/sums';
export { forms, rules };

/** Forms of other reports than those on open information: recognised and checked, never filled in or compared in sets. */
export const otherForms: readonly Form[] = OTHER_FORMS;

const explainer = new Explainer(forms, rules, otherForms);

/** Never throws on any document; the same document gives the same bytes. */
export function check(document: Document, options: CheckOptions = {}): Outcome {
  return checkWith(forms, rules, document, options);
}

export function explain(finding: Finding, outcome: Outcome, language: Language): Explanation {
  return explainer.explain(finding, outcome, language);
}

/** A relation of the form in the numbers of the report, whatever became of it: for those who watch sums while they type. */
export function sumLineOf(
  result: RelationResult,
  outcome: Pick<Outcome, 'form' | 'forms' | 'facts'>,
  language: Language,
): SumLine {
  return explainer.sumLine(result, outcome, new Set(), language);
}

export function explainSet(finding: SetFinding, language: Language): SetExplanation {
  return explainer.explainSet(finding, language);
}

export function explainRollUp(rollUp: RollUp, language: Language): RollUpWords {
  return explainer.explainRollUp(rollUp, language);
}

/** 试算: the relations of the form with other values in some cells. `keys` are shown even where no tried cell is in them. */
export function tryValues(outcome: Outcome, values: TrialValues, keys: readonly string[], language: Language): Trial {
  return tryWith(outcome, values, keys, explainer, language);
}

/** 表三“予以公开”行自然人列 */
export function cellName(cell: CellId, outcome: Pick<Outcome, 'form' | 'forms'>, language: Language): string {
  return explainer.cellName(cell, outcome, language);
}

/** Organs of one year whose reports say the same, in groups. */
export function alike<T extends Pick<SetReport, 'outcome'>>(reports: readonly T[]): AlikeGroup<T>[] {
  return alikeIn(reports, forms);
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
