/** The public entry of the shared validator: a document in, an outcome out. Pure: no DOM, no clock, no I/O. */
import { type CheckOptions, checkWith } from './check';
import type { Document } from './document/document';
import { Explainer, type Explanation } from './explain/explain';
import type { FormTable } from './forms/form';
import { forms } from './forms/index.gen';
import type { Outcome } from './outcome';
import type { Finding } from './rules/finding';
import { rules } from './rules/index.gen';
import type { Language } from './rules/rule';

export type { CheckOptions } from './check';
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
export { failed, ok, type Result } from './document/result';
export type { Explanation, SumLine, SumTerm } from './explain/explain';
export { explainFailure } from './explain/failure';
export { explainOmission } from './explain/omission';
export { explainOutcome, type OutcomeSummary } from './explain/outcome';
export { digest } from './findings/fingerprint';
export { valuesOf } from './findings/values';
export { type DrawnCell, type DrawnRow, drawTable } from './forms/draw';
export { type Fact, isEmpty } from './forms/facts';
export type { CellId, Form, FormCell, FormColumn, FormId, FormRow, FormTable, Label, TableId } from './forms/form';
export { type CheckStatus, type Coverage, type Identity, NOTHING_READ, type Outcome } from './outcome';
export { type Relation, type RelationResult, relationKey } from './relations/relation';
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
export function tablesOf(outcome: Outcome): FormTable[] {
  return explainer.tablesOf(outcome);
}
